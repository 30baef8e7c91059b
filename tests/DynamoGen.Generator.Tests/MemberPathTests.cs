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
        public sealed partial record Bill(int Id, Payment Payment, (int Low, string? Name) Range);

        """;

    [Theory]
    [InlineData("[Filter(\"Payment.Number = {number}\")] IAsyncEnumerable<Bill> Q(int id, string number);")]
    [InlineData("[Filter(\"Payment.Amount > 3 AND Range.Item1 = 4 AND Range.Item2 = 'x'\")] IAsyncEnumerable<Bill> Q(int id);")]
    [InlineData("[Update(\"SET Payment.Amount = Payment.Amount + 1, Range.Item1 = 3\")] ValueTask UpdateIt(int id);")]
    [InlineData("[Update(\"SET Range.Item1 = 3\"), Condition(\"attribute_exists(Payment.Till)\")] ValueTask UpdateIt(int id);")]
    public void A_property_that_is_stored_in_one_way_is_named(string method) => Design.Compiles(Source(method));

    [Theory]
    [InlineData("[Filter(\"Payment.Colour = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Colour', which is no stored property of a type that")]
    [InlineData("[Filter(\"Payment.Same = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Same', which the types that Payment is stored as store in")]
    [InlineData("[Filter(\"Range.Low = 1\")] IAsyncEnumerable<Bill> Q(int id);", "names 'Low' of a tuple, whose elements are Item1, Item2")]
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
