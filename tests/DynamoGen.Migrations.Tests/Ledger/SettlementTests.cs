using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Ledger;

namespace DynamoGen.Migrations.Tests.Ledger;

/// <summary>What the simulation does not tell apart: an entry that another write has replaced meanwhile.</summary>
public sealed class SettlementTests
{
    private static readonly LedgerKey Place = new("LetterMigration", 3, "00");
    private static readonly Dictionary<string, AttributeValue> Key = new() { ["pk"] = new("1") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("second", true)]
    [InlineData("unfit", false)]
    public async Task An_entry_that_another_write_has_replaced_is_settled_with_what_that_has_written(string next, bool isSettled)
    {
        var ledger = new ReplacedOnce(next);
        var settlement = new Settlement(ledger, new LedgerConversion(static sources => sources[0]["text"].S == "unfit"
            ? throw new InvalidOperationException("It cannot be copied.")
            : [new() { ["copy"] = sources[0]["text"] }]));

        Assert.Equal(isSettled, await settlement.SettleAsync(ledger.First, static () => { }, Token));
        Assert.Equal(isSettled ? ["first", next] : ["first"], ledger.Sent);
        Assert.Equal(isSettled, await settlement.SettleAsync(Place, static () => { }, Token));
    }

    [Fact]
    public async Task An_entry_that_is_gone_is_settled()
    {
        var ledger = new ReplacedOnce(next: null);
        var settlement = new Settlement(ledger, new LedgerConversion(static sources => [new() { ["copy"] = sources[0]["text"] }]));
        Assert.True(await settlement.SettleAsync(ledger.First, static () => { }, Token));
    }

    /// <summary>Another write comes between the reading of the entry and its settlement, or another settlement.</summary>
    private sealed class ReplacedOnce(string? next) : ILedger
    {
        private LedgerEntry? _entry = new(Place, Key) { Mark = 1 };
        private string _text = "first";

        public LedgerEntry First { get; } = new(Place, Key) { Mark = 1 };

        public List<string> Sent { get; } = [];

        public ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken) => ValueTask.FromResult(_entry);

        public ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken)
        {
            _entry = entry with { Reason = reason };
            return ValueTask.CompletedTask;
        }

        public ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken) => default;

        public ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new NamedItems([new() { ["text"] = new(_text) }]));

        public ValueTask<bool> SettleAsync(
            LedgerEntry entry,
            NamedItems source,
            IReadOnlyList<Dictionary<string, AttributeValue>> targets,
            Action throwIfExpired,
            CancellationToken cancellationToken)
        {
            Sent.Add(targets[0]["copy"].S);
            if (entry.Mark == 1)
            {
                _entry = next is null ? null : entry with { Mark = 2 };
                _text = next ?? _text;
                return ValueTask.FromResult(false);
            }

            _entry = null;
            return ValueTask.FromResult(true);
        }
    }
}
