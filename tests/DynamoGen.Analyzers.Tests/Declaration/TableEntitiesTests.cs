using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Declaration;

/// <summary>What is wrong with an entity only beside the others of its table.</summary>
public sealed class TableEntitiesTests
{
    private const string SalesOrder = """namespace Sales { [Entity<Shop>] [Key("SALE#{Id}", "SALE")] public sealed partial record Order(int Id); } """;

    [Theory]
    [InlineData("""namespace Supply { [{|DG1023:Entity<Shop>|}] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Order(int Id); }""")]
    [InlineData("""namespace Supply { [{|DG1023:Entity<Shop>(Version = 1)|}] [Key("SALE#{Id}", "SALE")] public sealed partial record Order(int Id); }""")]
    [InlineData("""[{|DG1023:Entity<Shop>(Name = "Order")|}] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Supply(int Id);""")]
    [InlineData("""public static partial class Supply { [{|DG1023:Entity<Shop>|}] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Order(int Id); }""")]
    [InlineData("""[Table("shop")] public sealed partial class Other; namespace Supply { [{|DG1023:Entity<Other>|}] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Order(int Id); }""")]
    [InlineData("""[{|DG1023:Entity<Shop>(Name = "Order", Version = 2)|}] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Supply(int Id) { [Upcast(1, nameof(Id))] private static int Same(int stored) => stored; }""")]
    public Task Two_entities_of_one_name_are_refused(string other) => Reports(SalesOrder + other);

    [Theory]
    [InlineData("""namespace Supply { [Entity<Shop>(Name = "SupplyOrder")] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Order(int Id); }""")]
    [InlineData("""[Table("other")] public sealed partial class Other; namespace Supply { [Entity<Other>] [Key("SALE#{Id}", "SALE")] public sealed partial record Order(int Id); }""")]
    [InlineData("""[Entity<Shop>(Name = "Order", Version = 2)] [Key("SALE#{Number}", "SALE")] public sealed partial record NewerOrder(int Number) { [Upcast(1, nameof(Number))] private static int Same(int stored) => stored; }""")]
    [InlineData("""[Entity<Shop>(Name = "order")] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Supply(int Id);""")]
    public Task Names_of_their_own_and_versions_of_one_entity_are_left_alone(string other) => Reports(SalesOrder + other);

    [Fact]
    public Task The_name_of_the_markers_of_unique_values_is_refused() => Reports("""
        [Entity<Shop>] [Key("USER#{Id}", "USER")] [Unique("MAIL#{Mail}")] public sealed partial record User(int Id, string Mail);
        [{|DG1023:Entity<Shop>(Name = "User#unique")|}] [Key("OTHER#{Id}", "OTHER")] public sealed partial record Other(int Id);
        [Entity<Shop>(Name = "Other#unique")] [Key("THIRD#{Id}", "THIRD")] public sealed partial record Third(int Id);
        """);

    [Theory]
    [InlineData("{|DG1022:\"EMAIL#{Mail}\"|}, \"{Kind}\"")]
    [InlineData("{|DG1022:\"{Mail}\"|}, \"UNIQUE\"")]
    [InlineData("{|DG1022:\"{Mail}\"|}, \"{Kind}\"")]
    [InlineData("{|DG1022:\"EMAIL#x\"|}, \"{State}\"")]
    [InlineData("\"EMAIL#{Mail}\", \"KIND#{Kind}\"")]
    [InlineData("\"MAIL#{Mail}\", \"{Kind}\"")]
    [InlineData("\"{Number}\", \"{Kind}\"")]
    [InlineData("\"{Mail}\", \"{Number}\"")]
    public Task A_key_that_can_take_the_place_of_a_marker_is_refused(string keys) =>
        Reports($$"""
            public enum State { Open, UNIQUE }
            [Entity<Shop>] [Key("USER#{Id}", "USER")] [Unique("EMAIL#{Mail}")] public sealed partial record User(int Id, string Mail);
            [Entity<Shop>] [Key({{keys}})] public sealed partial record Thing(string Mail, string Kind, int Number, State State);
            """);

    [Fact]
    public Task An_entity_of_its_own_unique_value_and_a_table_without_sort_key_are_no_exceptions() => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.Alone("""
        [Table("flat", SortKey = null)] public sealed partial class Flat;
        [Entity<Flat>] [Key({|DG1022:"{Id}"|})] [Unique("EMAIL#{Mail}")] public sealed partial record User(string Id, string Mail);
        [Entity<Flat>] [Key("ORDER#{Id}")] public sealed partial record Order(string Id);
        """));

    [Fact]
    public async Task Entities_of_a_referenced_assembly_count()
    {
        var library = DeclarationLibrary.Of("Library", """
            namespace Sales;
            [Entity<Shop>] [Key("SALE#{Id}", "SALE")] public sealed partial record Order(string Id);
            [Entity<Shop>] [Key("USER#{Id}", "USER")] [Unique("EMAIL#{Mail}")] public sealed partial record User(string Id, string Mail);
            [Entity<Shop>] [Key("{Id}", "{Kind}")] public sealed partial record Free(string Id, string Kind);
            [Table("shop")] public sealed partial class Shop;
            """);

        var reports = await Diagnosis.Of(DeclarationSource.Alone("""
            namespace Supply;
            [Entity<Sales.Shop>] [Key("SUPPLY#{Id}", "SUPPLY")] public sealed partial record Order(string Id);
            [Entity<Sales.Shop>] [Key("EMAIL#{Id}", "{Kind}")] public sealed partial record Mail(string Id, string Kind);
            [Entity<Sales.Shop>] [Key("NAME#{Id}", "NAME")] [Unique("NAME#{Name}")] public sealed partial record Named(string Id, string Name);
            """), library);

        Assert.Equal(["DG1022 Mail", "DG1022 Named", "DG1023 Order"], reports
            .Where(report => report.Severity == DiagnosticSeverity.Error)
            .Select(report => $"{report.Id} {Name(report)}").Order(StringComparer.Ordinal));
    }

    private static string Name(Diagnostic report) => report.GetMessage(System.Globalization.CultureInfo.InvariantCulture) is var text
        && text.Contains("'Mail'", StringComparison.Ordinal) ? "Mail"
        : text.Contains("'Named'", StringComparison.Ordinal) ? "Named"
        : "Order";

    private static Task Reports(string source) => RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithTable(source));
}
