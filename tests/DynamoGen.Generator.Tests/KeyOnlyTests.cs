using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Properties that the primary key alone holds.</summary>
public sealed class KeyOnlyTests
{
    [Theory]
    [InlineData("string Number", "{Number}")]
    [InlineData("string Number", "{Number:raw}|{Name}")]
    [InlineData("int Number", "{Number:D}")]
    [InlineData("decimal Number", "{Number}")]
    [InlineData("Guid Number", "{Number:N:upper}")]
    [InlineData("Size Number", "{Number:lower}")]
    [InlineData("DateOnly Number", "{Number}")]
    [InlineData("DateTimeOffset Number", "{Number}#{Name}")]
    [InlineData("OrderNumber Number", "{Number}")]
    public void What_a_key_has_all_of_is_read_back_from_it(string property, string sort)
    {
        var run = Design.Compiles(Run($"[property: KeyOnly] {property}", sort));
        Assert.DoesNotContain("\"Number\":{", string.Concat(run.Generated.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string Number", "{Number:lower}", "keeps less of 'Number' than its value")]
    [InlineData("DateTimeOffset Number", "{Number:yyyy-MM-dd}", "keeps less of 'Number' than its value")]
    [InlineData("DateTimeOffset Number", "{Number:unixSeconds}", "keeps less of 'Number' than its value")]
    [InlineData("DateOnly Number", "{Number:yyyy-MM}", "keeps less of 'Number' than its value")]
    [InlineData("string Number", "{Name}", "does not have 'Number', which is [KeyOnly]")]
    public void What_it_has_less_of_is_refused(string property, string sort, string reason) => Assert.Contains(
        reason, Assert.Single(Design.Problems(Run($"[property: KeyOnly] {property}", sort))).Arguments[^1], StringComparison.Ordinal);

    [Fact]
    public void A_key_attribute_that_is_the_value_is_named() => Assert.Contains("is 'Number' itself; write [AttributeName(\"sk\")]",
        Assert.Single(Design.Problems(Run("[property: KeyOnly] int Number", "{Number}", "SortKeyType = KeyAttributeType.Number"))).Arguments[^1],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[Filter(\"Number = {number}\")] IAsyncEnumerable<Order> Of(string name, int number);")]
    [InlineData("[Update(\"SET Total = Number\")] ValueTask Change(string name, int number);")]
    [InlineData("[Condition(\"Number > :0\")] ValueTask Delete(string name, int number);")]
    public void No_expression_names_it(string pattern) => Assert.Contains("which the key of Order alone holds, and no attribute; give it as a part of the key",
        Assert.Single(Design.Problems(Run("[property: KeyOnly] int Number", "{Number}", pattern: pattern.Replace(":0", "0", StringComparison.Ordinal))),
            problem => problem.Rule == DeclarationRule.Expression).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void No_projection_has_it() => Assert.Contains("'Number' is in the key of 'Order' alone, and no attribute holds it; read the whole entity",
        Assert.Single(Design.Problems(Run("[property: KeyOnly] int Number", "{Number}",
            more: "[Projection<Order>] public sealed partial record Sum(int Number, int Total);"))).Arguments[^1], StringComparison.Ordinal);

    [Fact]
    public void No_unique_value_has_it() => Assert.Contains("holds 'Number', which is not stored",
        Assert.Single(Design.Problems(GeneratorRun.Of("""
            [Table("t")]
            public sealed partial class T;
            [Entity<T>, Key("ORDER#{Number}", "ORDER"), Unique("NUMBER#{Number}#{Email}")]
            public sealed partial record Order([property: KeyOnly] int Number, string Email);
            """))).Arguments[^1], StringComparison.Ordinal);

    [Fact]
    public void What_lies_in_an_object_is_in_no_key() => Assert.Equal(DeclarationRule.StorageForm,
        Assert.Single(Design.Problems(Run("Line Number", "{Name}", more: "public sealed record Line([property: KeyOnly] int Position);"))).Rule);

    [Fact]
    public void Updates_give_it_as_a_part_of_the_key() => Design.Compiles(Run("[property: KeyOnly] int Number", "{Number}",
        pattern: "[Update(\"SET Total = {total}\")] ValueTask Change(string name, int number, int total); ValueTask<Order?> Get(string name, int number);"));

    private static GeneratorRun Run(string property, string sort, string table = "", string pattern = "", string more = "") => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t"{{(table.Length > 0 ? ", " + table : "")}})]
        public sealed partial class T;
        public enum Size { Small, Large }
        public readonly record struct OrderNumber(int Value);
        [Entity<T>, Key("NAME#{Name}", "{{sort}}")]
        public sealed partial record Order(string Name, {{property}}, int Total);
        [Repository<Order>] public partial interface IOrders { {{pattern}} }
        {{more}}
        """);
}
