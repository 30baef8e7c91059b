namespace DynamoGen.Migrations.ShadowReads;

/// <summary>Counts the shadow reads of one process, in one state at a time.</summary>
/// <param name="migration">The migration's name.</param>
/// <param name="process">The process.</param>
internal sealed class ShadowReadCounter(string migration, string process)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ShadowReadCount> _counts = new(StringComparer.Ordinal);
    private long _stateVersion;
    private bool _isReported = true;

    /// <summary>Counts a read.</summary>
    /// <param name="stateVersion">The version of the state that it was made in.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="isSame">Whether both came to the same.</param>
    /// <param name="example">The hash of the key of an item that differs, if it is known.</param>
    public void Count(long stateVersion, string pattern, bool isSame, string? example)
    {
        lock (_gate)
        {
            if (stateVersion < _stateVersion)
            {
                return;
            }

            if (stateVersion > _stateVersion)
            {
                _counts.Clear();
                _stateVersion = stateVersion;
            }

            var before = _counts.GetValueOrDefault(pattern) ?? new ShadowReadCount(pattern, 0, 0);
            _counts[pattern] = before with
            {
                Compared = before.Compared + 1,
                Mismatched = before.Mismatched + (isSame ? 0 : 1),
                Examples = example is null || before.Examples.Count == ShadowReadCount.MostExamples || before.Examples.Contains(example)
                    ? before.Examples
                    : [.. before.Examples, example],
            };
            _isReported = false;
        }
    }

    /// <summary>What is to be reported; null where nothing was counted since the last report.</summary>
    public ShadowReadReport? TakeReport()
    {
        lock (_gate)
        {
            if (_isReported)
            {
                return null;
            }

            _isReported = true;
            return new ShadowReadReport(migration, _stateVersion, process, [.. _counts.Values]);
        }
    }

    /// <summary>The last report did not arrive: it is to be made again, with what was counted since.</summary>
    public void Retry()
    {
        lock (_gate)
        {
            _isReported = false;
        }
    }
}
