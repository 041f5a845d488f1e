"""What a run leaves behind: facts, series, results, and their files.

Read     gosim.record.facts, gosim.record.series, gosim.record.result, in this order.
"""
