using DynamoGen.Analyzers.Migrations;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Migrations;

/// <summary>Whether the key of a new item follows from that of the old one, and no two of these become one.</summary>
public sealed class MigratedKeyTests
{
    private const string Old = """
        [Entity<OldShop>] [Key("C#{Customer}", "O#{Number}")]
        sealed partial record LegacyOrder
        {
            public required string Customer { get; init; }
            public required int Number { get; init; }
            public required string Status { get; init; }
            public DateTimeOffset At { get; init; }
            public OrderId Id { get; init; }
            public CapitalName Name { get; init; }
        }
        """;

    [Theory]
    [InlineData("new() { Buyer = old.Customer, Number = old.Number }")]
    [InlineData("new() { Number = old.Number, Buyer = old.Customer.ToString(), Status = old.Status }")]
    [InlineData("new() { Buyer = $\"buyer-{old.Customer}\", Number = (long)old.Number + 1000 }")]
    [InlineData("new Order { Buyer = \"b\" + old.Customer, Number = old.Number } with { Status = DateTime.UtcNow.ToString() }")]
    [InlineData("old.Number < 0 ? throw new InvalidOperationException() : new() { Buyer = old.Customer, Number = old.Number }")]
    [InlineData("old.Status switch { \"a\" => new() { Buyer = old.Customer, Number = old.Number }, _ => new Order { Buyer = old.Customer, Number = old.Number } }")]
    public async Task A_key_of_the_values_of_the_old_key_is_left_alone(string item) =>
        Assert.Empty(await Found(Arrow(item)));

    [Fact]
    public async Task Locals_that_are_given_a_value_once_are_seen_through() => Assert.Empty(await Found("""
        public static Order Forward(LegacyOrder old)
        {
            var buyer = old.Customer;
            if (old.Status.Length == 0)
            {
                throw new InvalidOperationException();
            }

            var order = new Order { Buyer = buyer, Number = old.Number };
            return order;
        }
        """));

    [Theory]
    [InlineData("new() { Buyer = old.Status, Number = old.Number }",
        "'Buyer' in the key of 'Order' takes 'Status', which is not in the key of 'LegacyOrder': a write that changes it would leave the former new item behind")]
    [InlineData("new() { Buyer = old.Customer + old.Status, Number = old.Number }", "'Buyer' in the key of 'Order' takes 'Status'")]
    [InlineData("new() { Buyer = old.Customer, Number = old.At.Ticks }", "'Number' in the key of 'Order' takes 'At'")]
    [InlineData("new() { Buyer = old.Status == \"x\" ? old.Customer : \"y\", Number = old.Number }", "'Buyer' in the key of 'Order' takes 'Status'")]
    [InlineData("new() { Buyer = Guid.NewGuid().ToString(), Number = old.Number }",
        "'Buyer' in the key of 'Order' comes from 'Guid.NewGuid': every write of an old item would make another new one")]
    [InlineData("new() { Buyer = old.Customer, Number = DateTime.UtcNow.Ticks }", "'Number' in the key of 'Order' comes from 'DateTime.UtcNow'")]
    [InlineData("new() { Buyer = old.Customer, Number = 7 }",
        "The key of 'Order' does not take 'Number': items of 'LegacyOrder' that differ in it alone would become one item")]
    [InlineData("new() { Buyer = old.Customer }", "The key of 'Order' does not take 'Number'")]
    public async Task A_key_that_does_not_follow_is_an_error(string item, string message)
    {
        var found = Assert.Single(await Found(Arrow(item)));
        Assert.Equal("DG9004", found.Id);
        Assert.StartsWith(message, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new() { Buyer = Name(old), Number = old.Number }", "'Buyer' in the key of 'Order' comes from code that takes the whole of 'LegacyOrder'")]
    [InlineData("new() { Buyer = old.Customer.ToUpperInvariant(), Number = old.Number }",
        "The key of 'Order' takes 'Customer' in a form in which it cannot be told whether items of 'LegacyOrder' that differ in it alone stay apart")]
    [InlineData("new() { Buyer = $\"{old.Customer}-{old.Number}\" }", "The key of 'Order' takes 'Customer' in a form")]
    [InlineData("Made(old)", "What 'Forward' gives the key of 'Order' is not to be seen")]
    public async Task A_key_that_is_not_seen_through_is_a_warning(string item, string message)
    {
        var found = Assert.Single(await Found(Arrow(item)));
        Assert.Equal("DG9005", found.Id);
        Assert.StartsWith(message, found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C#{At:yyyy-MM}", "O#{Number}", "{At:yyyy-MM}", "{Number}", "new() { At = old.At, Number = old.Number }", null)]
    [InlineData("C#{At:yyyy-MM}", "O#{Number}", "{At}", "{Number}", "new() { At = old.At, Number = old.Number }",
        "'At' in the key of 'Order' takes all of 'At', of which the key of 'LegacyOrder' has a part")]
    [InlineData("C#{At}", "O#{Number}", "{At:yyyy-MM}", "{Number}", "new() { At = old.At, Number = old.Number }", "The key of 'Order' takes 'At' in a form")]
    [InlineData("C#{Id}", "O#{Number}", "{Buyer}", "{Number}", "new() { Buyer = old.Id.Value, Number = old.Number }", null)]
    [InlineData("C#{Name}", "O#{Number}", "{Buyer}", "{Number}", "new() { Buyer = old.Name.Value, Number = old.Number }", "The key of 'Order' takes 'Name' in a form")]
    [InlineData("C#{Customer}", "O#{Number}", "{Buyer}", "{Number}", "new Order(Buyer: old.Customer) { Number = old.Number }", "What 'Forward' gives the key")]
    [InlineData("C#{Customer}", "O#{Number}", "{Both}", "O", "new() { Buyer = old.Customer, Number = old.Number }", "The key of 'Order' takes 'Customer' in a form")]
    [InlineData("C#{Customer}", "O#{Number}", "{Both}", "O", "new() { Buyer = old.Status, Number = old.Number }", "'Buyer' in the key of 'Order' takes 'Status'")]
    public async Task Formats_wrappers_and_computed_properties_count_for_what_they_keep(
        string oldPartition, string oldSort, string partition, string sort, string item, string? message)
    {
        var found = (await Found(Arrow(item), oldPartition, oldSort, partition, sort)).Select(diagnostic => diagnostic.GetMessage()).ToList();
        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, text => Assert.StartsWith(message!, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("C#{Customer}#{Number}", "O", "{Buyer}", "{Number}", "'Number'")]
    [InlineData("C#{Customer}", "O#{Number}", "{Buyer}", "{Number}", null)]
    [InlineData("C#{Customer}", "O#{Number}", "{Buyer}#{Number}", "O", null)]
    public async Task A_partition_key_that_takes_less_than_the_old_one_gathers_items(
        string oldPartition, string oldSort, string partition, string sort, string? gathered)
    {
        var source = Source(Arrow("new() { Buyer = old.Customer, Number = old.Number }"), oldPartition, oldSort, partition, sort);
        var found = (await Diagnosis.Of<MigratedKeyAnalyzer>(source)).Where(diagnostic => diagnostic.Id == "DG9007").ToList();
        Assert.Equal(gathered is null ? 0 : 1, found.Count);
        Assert.All(found, diagnostic => Assert.Equal(
            $"The new items have the partition key '{partition}', and the old ones '{oldPartition}': old items that differ in {gathered} alone share a partition from now on",
            diagnostic.GetMessage()));
    }

    private static string Arrow(string item) => $"public static Order Forward(LegacyOrder old) => {item};";

    private static async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> Found(
        string forward, string oldPartition = "C#{Customer}", string oldSort = "O#{Number}", string partition = "{Buyer}", string sort = "{Number}") =>
        (await Diagnosis.Of<MigratedKeyAnalyzer>(Source(forward, oldPartition, oldSort, partition, sort))).Where(diagnostic => diagnostic.Id != "DG9007");

    private static string Source(string forward, string oldPartition, string oldSort, string partition, string sort) => $$"""
        using System;
        using System.Threading.Tasks;
        using DynamoGen;

        [Table("old", PartitionKey = "pk", SortKey = "sk")] sealed partial class OldShop;
        [Table("new", PartitionKey = "pk", SortKey = "sk")] sealed partial class NewShop;

        readonly record struct OrderId(string Value);

        readonly record struct CapitalName
        {
            public CapitalName(string value) => Value = value.ToUpperInvariant();
            public string Value { get; }
        }

        {{Old.Replace("C#{Customer}", oldPartition, StringComparison.Ordinal).Replace("O#{Number}", oldSort, StringComparison.Ordinal)}}

        [Entity<NewShop>] [Key("{{partition}}", "{{sort}}")]
        sealed partial record Order
        {
            public Order()
            {
            }

            public Order(string Buyer) => this.Buyer = Buyer.ToUpperInvariant();
            public string Buyer { get; init; } = "";
            public long Number { get; init; }
            public string? Status { get; init; }
            public DateTimeOffset At { get; init; }
            public string Both => Buyer + Number;
        }

        [Repository<LegacyOrder>] partial interface ILegacyOrders { ValueTask Put(LegacyOrder order); }
        [Repository<Order>] partial interface IOrders { ValueTask Put(Order order); }

        [Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))]
        sealed partial class OrderMigration
        {
            {{forward}}
            private static string Name(LegacyOrder old) => old.Customer;
            private static Order Made(LegacyOrder old) => new() { Buyer = old.Customer, Number = old.Number };
        }
        """;
}
