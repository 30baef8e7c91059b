namespace DynamoGen.Streams.Reconciliation;

/// <summary>Counts what a run finds.</summary>
internal sealed class DriftTally
{
    private readonly long[] _kinds = new long[(int)DriftKind.Ahead + 1];
    private long _repaired;

    public void Add(Drift drift)
    {
        _kinds[(int)drift.Kind]++;
        _repaired += drift.IsRepaired ? 1 : 0;
    }

    public ReconciliationReport Report(long compared) => new(
        compared,
        _kinds[(int)DriftKind.Missing],
        _kinds[(int)DriftKind.Different],
        _kinds[(int)DriftKind.Superfluous],
        _kinds[(int)DriftKind.Ahead],
        _repaired);
}
