"""The forms a table takes: one module each, all of them functions of a `ttp_posture.package.Table`."""
