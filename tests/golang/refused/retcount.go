package main


func f() (int, error) {
	return 1
}
func g() int {
	return 1, 2
}
func h() {
	return 1
}
func k() (a int, b string) {
	return
}
func l() (int, string) {
	return "a", 1
}
func m() int {
	return
}
func main() {

}
