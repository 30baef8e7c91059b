using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>What keeps an entity of another project from being used, and where the build says so.</summary>
public sealed class RefusedLayerTests
{
    private const string Person = """
        namespace Shop;
        [Entity<ShopTable>] [Key("PERSON#{Id}", "PERSON")] public sealed partial record Person(string Id);
        """;

    private const string Repository = "namespace Shop; [Repository<Person>] public partial interface IPersons { ValueTask<Person?> Get(string id); }";

    [Fact]
    public void An_entity_that_no_generator_has_seen_is_refused_where_it_is_used()
    {
        var plain = GeneratorRun.Assembly(GeneratorRun.Compile(Shop.Table, Person));

        IsRefused(plain, "Repository<Person>", Repository, "nothing was generated for 'Person' in 'Tests'");
        IsRefused(plain, "Projection<Person>", "namespace Shop; [Projection<Person>] public sealed partial record Part(string Id);", "nothing was generated");
    }

    [Fact]
    public void A_table_that_no_generator_has_seen_is_refused_where_its_entity_is_used()
    {
        var table = GeneratorRun.Assembly(GeneratorRun.Compile(Shop.Table).WithAssemblyName("Tables"));

        IsRefused([table, GeneratorRun.With([table], Person.Replace("Person", "Human")).Assembly()], "Repository<Human>",
            Repository.Replace("Person", "Human"), "nothing was generated for 'ShopTable' in 'Tables'");
    }

    [Fact]
    public void What_another_version_has_generated_is_refused_where_it_is_used()
    {
        var run = GeneratorRun.Of(Shop.Table, Person);
        var older = run.Generated.Values.Select(file => file.Replace("DeclaredModel(\"", "DeclaredModel(\"0", StringComparison.Ordinal));
        var assembly = GeneratorRun.Assembly(run.Compilation.AddSyntaxTrees(
            older.Select(file => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest)))));

        IsRefused(assembly, "Repository<Person>", Repository, "by another version of DynamoGen");
    }

    [Theory]
    [InlineData("[OptimisticLock, AttributeName(\"n\")] internal long Count { get; init; }")]
    [InlineData("[OptimisticLock] public long Count { get; internal init; }")]
    [InlineData("[CreatedAt] public DateTimeOffset Count { get; internal init; }")]
    public void A_property_that_writes_set_must_be_in_reach(string member)
    {
        var person = Person.Replace("(string Id);", $"(string Id) {{ {member} }}", StringComparison.Ordinal);
        var repository = Repository.Replace("ValueTask<", "ValueTask Put(Person person); ValueTask<", StringComparison.Ordinal);

        IsRefused(
            GeneratorRun.Of(Shop.Table, person).Assembly(), "Repository<Person>", repository, "'Person.Count', which it reads or sets, is out of its reach");
        Design.Compiles(GeneratorRun.With(
            GeneratorRun.Of(Shop.Table, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Further\")]\n" + person), repository));
    }

    [Fact]
    public void What_is_internal_can_be_used_by_friends()
    {
        var model = GeneratorRun.Of(Shop.Table, """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Further")]
            namespace Shop;
            internal enum Role { Member, Lead }
            internal sealed record Place(string City);
            internal readonly record struct Code(int Value);
            [Entity<ShopTable>] [Key("PERSON#{Id}", "{Role}")]
            internal sealed partial record Person(string Id, Role Role, Place Place, Code Code);
            """);

        Design.Compiles(GeneratorRun.With(model, """
            namespace Shop;
            [Repository<Person>] internal partial interface IPersons
            {
                ValueTask<Person?> Get(string id, Role role);
                [Update("SET Place = {place}, Code = {code}")] ValueTask Move(string id, Role role, Place place, Code code);
            }
            """));
    }

    private static void IsRefused(MetadataReference model, string at, string source, string reason) => IsRefused([model], at, source, reason);

    private static void IsRefused(IReadOnlyList<MetadataReference> models, string at, string source, string reason)
    {
        var run = GeneratorRun.With(models, source);
        Design.IsRefused(DeclarationRule.TableOrIndex, at, run);
        Assert.Contains(reason, Assert.Single(Design.Problems(run)).Arguments[1], StringComparison.Ordinal);
    }
}
