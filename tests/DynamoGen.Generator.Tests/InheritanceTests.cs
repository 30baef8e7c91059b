using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>An entity that derives from an entity hides the generated members of its base, and says so.</summary>
public sealed class InheritanceTests
{
    private const string Base = """
        [Entity<ShopTable>] [Key("A#{Id}", "A")] [Unique("MAIL#{Mail}")] public partial record Person(string Id, string Mail);
        """;

    [Theory]
    [InlineData("""[Entity<ShopTable>] [Key("B#{Id}", "B")] public partial record Employee(string Id, string Mail, int Grade) : Person(Id, Mail);""")]
    [InlineData("""[Entity<ShopTable>] [Key("B#{Id}", "B")] [Unique("WORK#{Mail}")] public partial record Employee(string Id, string Mail, int Grade) : Person(Id, Mail);""")]
    [InlineData("""public record Middle(string Id, string Mail) : Person(Id, Mail); [Entity<ShopTable>] [Key("B#{Id}", "B")] public partial record Employee(string Id, string Mail) : Middle(Id, Mail);""")]
    public void A_derived_entity_compiles_without_a_warning(string derived) => Design.Compiles(Base + derived);

    [Fact]
    public void A_chain_of_entities_and_projections_compiles_without_a_warning()
    {
        var run = Design.Compiles(Base + """
            [Entity<ShopTable>] [Key("B#{Id}", "B")] public partial record Employee(string Id, string Mail, int Grade) : Person(Id, Mail);
            [Entity<ShopTable>] [Key("C#{Id}", "C")] public sealed partial record Manager(string Id, string Mail, int Grade, string? Report) : Employee(Id, Mail, Grade);
            [Projection<Employee>] public partial record Id(string Mail);
            [Projection<Employee>] public sealed partial record Grades(string Mail, int Grade) : Id(Mail);
            [Repository<Manager>] public partial interface IManagers { ValueTask<Manager?> Get(string id); ValueTask Put(Manager manager); IAsyncEnumerable<Manager> GetMany(IEnumerable<Manager.PrimaryKey> keys); }
            """);

        Assert.Contains("public new static class Keys", run.Generated["Shop.Manager.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(" new static", run.Generated["Shop.Person.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_that_the_names_are_taken_in_is_hidden_by_the_names_that_it_has() => Design.Compiles("""
        [Entity<ShopTable>] [Key("A#{Id}", "A")] public partial class Person { public required string Id { get; init; } public int Keys { get; init; } public static void FromItem() { } }
        [Entity<ShopTable>] [Key("B#{Id}", "B")] public sealed partial class Employee : Person { public new string? Marshaller { get; init; } }
        """);

    [Fact]
    public void An_entity_and_its_table_may_come_from_another_assembly()
    {
        var library = GeneratorRun.Of(Shop.Table, "namespace Shop;\n" + Base);
        var run = Design.Compiles(GeneratorRun.With(library, """
            namespace Shop;
            [Entity<ShopTable>] [Key("B#{Id}", "B")] public partial record Employee(string Id, string Mail, int Grade) : Person(Id, Mail);
            [Entity<ShopTable>] [Key("C#{Id}", "C")] public sealed partial record Manager(string Id, string Mail, int Grade, string? Report) : Employee(Id, Mail, Grade);
            [Repository<Person>] public partial interface IPersons { ValueTask<Person?> Get(string id); IAsyncEnumerable<Person> GetMany(IEnumerable<Person.PrimaryKey> keys); }
            """));

        Assert.Contains("public new static class Keys", run.Generated["Shop.Employee.g.cs"], StringComparison.Ordinal);
    }
}
