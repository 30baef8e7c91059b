using DynamoGen.ItemKeys;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.KeyTypes;

/// <summary>Two keys are one where DynamoDB takes them for one: numbers by value, bytes by bytes, whatever they are written like.</summary>
public sealed class SameKeyTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IPrices Prices => _services!.GetRequiredService<IPrices>();

    private ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<PriceList>(builder => builder.AddRepository<IPrices>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    public static TheoryData<string, string> Same => new()
    {
        { "1", "1.0" },
        { "1.50", "1.5" },
        { "0", "0.00" },
        { "0", "-0.0" },
        { "-2.0", "-2" },
        { "100", "100.00" },
        { "79228162514264337593543950335", "79228162514264337593543950335" },
        { "0.0000000000000000000000000010", "0.000000000000000000000000001" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task One_key_twice_in_a_transaction_is_refused_before_sending(string one, string other)
    {
        var (first, second) = (New(one), New(other));

        var writes = await Assert.ThrowsAsync<InvalidTransactionException>(async () =>
            await Transactions.WriteAsync([Prices.PutAction(New("7")), Prices.PutAction(first), Prices.DeleteAction(second)]));
        var reads = await Assert.ThrowsAsync<InvalidTransactionException>(async () =>
            await Transactions.ReadAsync(Prices.GetAction(first.Amount, first.Hash), Prices.GetAction(second.Amount, second.Hash)));

        Assert.Equal([1, 2], writes.Slots);
        Assert.Equal([0, 1], reads.Slots);
    }

    [Theory]
    [MemberData(nameof(Same))]
    public async Task Of_one_key_twice_in_a_batch_the_last_is_put_and_one_is_read_and_deleted(string one, string other)
    {
        await Prices.PutMany([New(one, "first"), New(other, "last")]);

        var read = Assert.Single(await Prices.GetMany([Key(one), Key(other)]).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("last", read.Note);

        await Prices.DeleteMany([Key(one), Key(other)]);
        Assert.Empty(await Prices.GetMany([Key(one)]).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Keys_of_different_values_are_different()
    {
        await Transactions.WriteAsync([Prices.PutAction(New("1")), Prices.PutAction(New("10")), Prices.PutAction(New("0.1")), Prices.PutAction(New("-1"))]);
        await Prices.PutMany([New("1", hash: [1, 2]), New("1", hash: [2, 1]), New("1", hash: [0])]);

        Assert.Equal(7, await Prices.GetMany([Key("1.0"), Key("10"), Key("0.10"), Key("-1"),
            new(1m, new byte[] { 1, 2 }), new(1m, new byte[] { 2, 1 }), new(1m, new byte[] { 0 })]).CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("+1.0", "1")]
    [InlineData("001", "1")]
    [InlineData("10E-1", "1")]
    [InlineData("1e0", "1")]
    [InlineData("0.1E+1", "1")]
    [InlineData("-0", "0")]
    [InlineData("-0.00E5", "0")]
    [InlineData("1.5E3", "1500")]
    [InlineData("-12.30", "-12.3")]
    [InlineData("0.00123", "0.00123")]
    [InlineData("123E-5", "0.00123")]
    [InlineData("123E-3", "0.123")]
    [InlineData("1.23E-130", "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000123")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999999")]
    public void A_number_has_one_text(string text, string canonical) => Assert.Equal(canonical, StoredNumber.Canonical(text));

    private static Price New(string amount, string? note = null, byte[]? hash = null) => new(Number(amount), hash ?? [1, 254]) { Note = note };

    private static Price.PrimaryKey Key(string amount) => new(Number(amount), new byte[] { 1, 254 });

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

[Table("prices", PartitionKey = "Amount", PartitionKeyType = KeyAttributeType.Number, SortKey = "Hash", SortKeyType = KeyAttributeType.Binary)]
public sealed partial class PriceList;

[Entity<PriceList>]
[Key("{Amount}", "{Hash}")]
public sealed partial record Price(decimal Amount, byte[] Hash)
{
    public string? Note { get; init; }
}

[Repository<Price>]
public partial interface IPrices
{
    WriteAction PutAction(Price price);

    WriteAction DeleteAction(Price price);

    ReadAction<Price> GetAction(decimal amount, byte[] hash);

    ValueTask PutMany(IEnumerable<Price> prices);

    ValueTask DeleteMany(IEnumerable<Price.PrimaryKey> keys);

    IAsyncEnumerable<Price> GetMany(IEnumerable<Price.PrimaryKey> keys);
}
