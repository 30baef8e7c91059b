using DynamoGen;

namespace OrdersEverywhere.Ledger;

/// <summary>An account, whose writes carry the epoch in which they were made.</summary>
[Entity<LedgerTable>]
[Key("ACCOUNT#{Owner}", "ACCOUNT")]
public sealed partial record Account(string Owner, decimal Balance)
{
    [WriterEpoch]
    public long Epoch { get; init; }
}
