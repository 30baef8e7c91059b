using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What a path into a value of several types, or into a tuple, can name.</summary>
public sealed class MemberPathTests
{
    private const string Entity = """
        [Polymorphic] [DerivedType<Card>("card")] [DerivedType<Cash>("cash")] public abstract record Payment(decimal Amount);
        public sealed record Card(decimal Amount, string Number, int Same) : Payment(Amount);
        public sealed record Cash(decimal Amount, int Till, string Same) : Payment(Amount);
        [Entity<ShopTable>] [Key("A#{Id}", "B")]
        public sealed partial record Bill(int Id, Payment Payment, (int Low, string? Name) Range)
        {
            public (decimal Amount, string Currency)? Fee { get; init; }
            public List<(int Count, (int Row, int Place) Where)> Lines { get; init; } = [];
            public Dictionary<string, (decimal Amount, string Currency)> Prices { get; init; } = [];
            public (int, string) Bare { get; init; }
        }

        """;

    [Theory]
    [InlineData("[Filter(\"Payment.Number = {number}\")] IAsyncEnumerable<Bill> Q(int id, string number);")]
    [InlineData("[Filter(\"Payment.Amount > 3 AND Range.Item1 = 4 AND Range.Item2 = 'x'\")] IAsyncEnumerable<Bill> Q(int id);")]
    [InlineData("[Update(\"SET Payment.Amount = Payment.Amount + 1, Range.Item1 = 3\")] ValueTask UpdateIt(int id);")]
    [InlineData("[Update(\"SET Range.Item1 = 3\"), Condition(\"attribute_exists(Payment.Till)\")] ValueTask UpdateIt(int id);")]
    [InlineData("[Filter(\"Range.Low > 3 AND Range.Item1 < 9 AND begins_with(Range.Name, 'x')\")] IAsyncEnumerable<Bill> Q(int id);")]
    [InlineData("[Filter(\"Fee.Amount > {least} AND Fee.Currency IN {some}\")] IAsyncEnumerable<Bill> Q(int id, decimal least, string[] some);")]
    [InlineData("[Filter(\"Prices[{key}].Amount > {least} OR Prices['x'].Currency = 'EUR'\")] IAsyncEnumerable<Bill> Q(int id, string key, decimal? least);")]
    [InlineData("[Condition(\"Range.Low < {bill.Id}\")] ValueTask<bool> Put(Bill bill);")]
    [InlineData("[Update(\"SET Lines[0].Where.Place = {place}, Range.Name = 'x' ADD Range.Low {by}\")] ValueTask UpdateIt(int id, int place, int by);")]
    [InlineData("[Update(\"SET Fee.Amount = Fee.Amount + {by}\"), Condition(\"Fee.Currency = 'EUR'\")] ValueTask UpdateIt(int id, decimal by);")]
    [InlineData("[Update(\"SET Bare.Item1 = 1, Bare.Item2 = 'x'\")] DynamoGen.Transactions.WriteAction UpdateIt(int id);")]
    public void A_property_that_is_stored_in_one_way_is_named(string method) => Design.Compiles(Source(method));

    [Fact]
    public void An_element_of_a_tuple_is_sent_by_its_position()
    {
        var run = Design.Compiles(Source("[Filter(\"Lines[2].Where.Place = 7 AND Range.Name = 'x'\")] IAsyncEnumerable<Bill> Q(int id);"));

        Assert.Contains("Lines[2][1][1] = 7 AND Range[1] = 'x'", run.Generated["Shop.IBills.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Filter(\"Payment.Colour = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Colour', which is no stored property of a type that")]
    [InlineData("[Filter(\"Payment.Same = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Same', which the types that Payment is stored as store in")]
    [InlineData("[Filter(\"Range.High = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'High' of a tuple, whose elements are Low, Name")]
    [InlineData("[Filter(\"Range.low = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'low' of a tuple, whose elements are Low, Name")]
    [InlineData("[Filter(\"Range.Item3 = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Item3' of a tuple, whose elements are Low, Name")]
    [InlineData("[Filter(\"Lines[0].Where.Depth = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Depth' of a tuple, whose elements are Row, Place")]
    [InlineData("[Filter(\"Bare.Low = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Low' of a tuple, whose elements are Item1, Item2")]
    [InlineData("[Filter(\"Range.Low = {low}\")] IAsyncEnumerable<Bill> Q(int id, string low);", "compares or sets int with '{low}', which is string")]
    [InlineData("[Filter(\"Lines[{i}].Count = 1\")] IAsyncEnumerable<Bill> Q(int id, long i);", "has '[{i}]' behind a list, whose position is an int, and not long")]
    [InlineData("[Filter(\"Range[{i}] = 1\")] IAsyncEnumerable<Bill> Q(int id, int i);", "has '[{i}]' behind what is neither a list nor a dictionary")]
    [InlineData("[Update(\"SET Fee.Amount = 1\")] ValueTask UpdateIt(int id);", "goes into 'Fee', which may be absent; demand attribute_exists(Fee)")]
    [InlineData("[Update(\"SET Range = {range}, Range.Low = 1\")] ValueTask UpdateIt(int id, (int Low, string? Name) range);", "updates 'Range' twice")]
    [InlineData("[Update(\"SET Payment.Till = 3\")] ValueTask UpdateIt(int id);", "goes into 'Till', which not all types have that 'Payment' may be of")]
    [InlineData("[Update(\"SET Range.Item1 = Payment.Till\")] ValueTask UpdateIt(int id);", "goes into 'Till', which not all types have that 'Payment'")]
    public void One_that_is_not_is_refused(string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Source(method))));
        Assert.Equal(DeclarationRule.Expression, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    private static string Source(string method) => Entity + $"[Repository<Bill>] public partial interface IBills {{ {method} }}";
}
