using DynamoGen.Declarations.Skeletons;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Generator.Emission.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoGen.Generator.Tests;

/// <summary>What other code names of a refused declaration is there, so that the first error is the rule's.</summary>
public sealed class SkeletonTests
{
    private const string Users = """
        [Repository<Order>]
        public partial interface IOrders
        {
            IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);
            IAsyncEnumerable<Order.PrimaryKey> Keys(string id);
        }

        public sealed class Program(Order.PrimaryKey key)
        {
            public Order.PrimaryKey Key { get; } = key;
            public Order.Marshaller Marshaller { get; }
            public static int Size(Order order) => Order.SizeOf(order);
            public static Order Copy(Order order) => Order.FromItem(Order.ToItem(order));
            public static Order.PrimaryKey KeyOf(string id) => new(id, 7);
            public static DynamoGen.Schema.TableSchema Schema => Of<T>();
            public static IOrders Create(DynamoGen.Repositories.RepositoryContext context) => New<IOrders>(context);
            private static TSelf New<TSelf>(DynamoGen.Repositories.RepositoryContext context) where TSelf : class, DynamoGen.Repositories.IRepository<TSelf> => TSelf.Create(context);
            private static DynamoGen.Schema.TableSchema Of<TTable>() where TTable : class, DynamoGen.Schema.ITable<TTable> => TTable.Schema;
        }
        """;

    [Theory]
    [InlineData("", "[Key(\"ORDER#{Gone}\", \"{Nr}\")]", "string Id, int Nr")]
    [InlineData("", "[Key(\"ORDER#{Id}\", \"{Nr}\")]", "string Id, int Nr, Uri Link")]
    [InlineData("", "", "string Id, int Nr")]
    [InlineData(", SortKey = \"pk\"", "[Key(\"ORDER#{Id}\", \"{Nr}\")]", "string Id, int Nr")]
    public void Code_that_names_the_generated_half_of_a_refused_entity_compiles(string table, string keys, string properties)
    {
        var run = GeneratorRun.Of($"[Table(\"t\"{table})] public sealed partial class T; [Entity<T>] {keys} public sealed partial record Order({properties});\n{Users}");

        Assert.NotEmpty(Design.Problems(run));
        Assert.Empty(Design.Unexpected(run));
        Assert.Contains(run.Complaints(), Design.IsRefusal);
        Assert.Contains(run.Generated.Values, Design.IsSkeleton);
    }

    [Fact]
    public void A_refused_repository_and_a_refused_projection_can_be_named()
    {
        var run = GeneratorRun.Of("""
            [Table("t")] public sealed partial class T;
            [Entity<T>] [Key("ORDER#{Id}", "{Nr}")] public sealed partial record Order(string Id, int Nr);
            [Projection<Order>] public sealed partial record Part(string Gone);
            [Repository<Order>] public partial interface IParts { IAsyncEnumerable<Part> Of(string gone); }
            public static class Program
            {
                public static IParts Create(DynamoGen.Repositories.RepositoryContext context) => New<IParts>(context);
                private static TSelf New<TSelf>(DynamoGen.Repositories.RepositoryContext context) where TSelf : class, DynamoGen.Repositories.IRepository<TSelf> => TSelf.Create(context);
            }
            """);

        Assert.NotEmpty(Design.Problems(run));
        Assert.Empty(Design.Unexpected(run));
        Assert.Equal(2, run.Complaints().Count(Design.IsRefusal));
        Assert.Equal(2, run.Generated.Values.Count(Design.IsSkeleton));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_declaration_on_which_the_generator_fails_takes_no_other_with_it(bool whileReading)
    {
        var compilation = GeneratorRun.Compile("[Table(\"a\")] public sealed partial class Sound; [Table(\"b\")] public sealed partial class Odd;");
        var driver = CSharpGeneratorDriver.Create(new Failing(whileReading)).RunGeneratorsAndUpdateCompilation(
            compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);

        Assert.Empty(diagnostics);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        var error = Assert.Single(output.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !Design.IsRefusal(diagnostic));
        Assert.Equal("CS1029", error.Id);
        Assert.Contains("could not write the other half of 'Odd'; please report it: FormatException: bad luck", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(driver.GetRunResult().GeneratedTrees, tree => tree.ToString().Contains("Name = \"a\"", StringComparison.Ordinal));
    }

    /// <summary>A generator of tables that fails on one of them.</summary>
    private sealed class Failing(bool whileReading) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => new DeclarationStep<TableModel>(
            DeclarationAttributes.Table,
            SkeletonKind.Table,
            StepNames.Tables,
            (type, problems) => whileReading ? Fail(type.Name, TableParser.Parse(type, problems)) : TableParser.Parse(type, problems),
            table => table.Type,
            table => whileReading ? TableEmitter.Emit(table) : Fail(table.Type.Name, TableEmitter.Emit(table))).Register(context);

        private static T Fail<T>(string name, T otherwise) => name == "Odd" ? throw new FormatException("bad luck") : otherwise;
    }
}
