using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Migrations of one item to several, and of several to one: written, or refused with the reason.</summary>
public sealed class GroupMigrationTests
{
    private const string Model = """
        namespace Shop;

        [Table("old")] public sealed partial class Old;
        [Table("new")] [GlobalIndex("byProduct", PartitionKey = "gsi1pk", SortKey = "gsi1sk")] public sealed partial class Young;

        [Entity<Old>] [Key("CUSTOMER#{Customer}", "BASKET#{Id}")]
        public sealed partial record Basket(string Customer, int Id, IReadOnlyDictionary<string, int> Pieces);

        [Entity<Young>] [Key("C#{Customer}", "B#{Id}#L#{Product}")] [Key("byProduct", "P#{Product}", "C#{Customer}")]
        public sealed partial record Line(string Customer, int Id, string Product, int Pieces);

        [Entity<Old>] [Key("NOTE#{Number}", "NOTE")] public sealed partial record Note(int Number, string Text);

        [Repository<Basket>] public partial interface IBaskets
        {
            ValueTask<Basket?> Get(string customer, int id, CancellationToken cancellationToken = default);
            Task Put(Basket basket);
            ValueTask<Basket> PutBasket(Basket basket);
            ValueTask<bool> Create(Basket basket, CancellationToken cancellationToken = default);
            ValueTask Delete(string customer, int id);
            IAsyncEnumerable<Basket> OfCustomer(string customer);
        }

        [Repository<Line>] public partial interface ILines
        {
            IAsyncEnumerable<Line> OfBasket(string customer, int id, CancellationToken cancellationToken = default);
            ValueTask<Line?> Get(string customer, int id, string product);
            Task Put(Line line);
            [Update("SET Pieces = {pieces}")] ValueTask<Line> Change(string customer, int id, string product, int pieces);
            ValueTask<bool> Delete(Line line);
            [Index("byProduct")] IAsyncEnumerable<Line> WithProduct(string product);
            [Descending] IAsyncEnumerable<Line> Backwards(string customer, int id);
            IAsyncEnumerable<Line> OfCustomer(string customer);
        }

        [Repository<Line>] public partial interface IListedLines
        {
            ValueTask<Line[]> OfBasket(string customer, int id);
        }

        [Repository<Note>] public partial interface INotes { ValueTask<Note?> Get(int number); }

        [Entity<Young>] [Key("NOTE#{Owner}", "PART#{Part}")] public sealed partial record NotePart(int Owner, int Part, string Text);
        [Repository<NotePart>] public partial interface INoteParts { IAsyncEnumerable<NotePart> Of(int owner); }

        """;

    private const string Split = "public static IEnumerable<Line> Forward(Basket basket) => [];";
    private const string Join =
        "public static Basket Backward(IReadOnlyList<Line> lines) => new(lines[0].Customer, lines[0].Id, new Dictionary<string, int>());";
    private const string OfBasket = ", Group = nameof(ILines.OfBasket)";

    [Fact]
    public void Generated_code_is_as_committed() =>
        Snapshot.Matches(Compiles(OneToMany(Split + Join)).Generated["Shop.BasketMigration.g.cs"], "Migrations.Shop.BasketMigration");

    [Theory]
    [InlineData("public static Line[] Forward(Basket basket) => [];", "")]
    [InlineData("public static List<Line> Forward(Basket basket) => [];", "public static Basket Backward(IEnumerable<Line> lines) => null!;")]
    [InlineData("public static ImmutableArray<Line> Forward(Basket basket) => [];", "public static Basket Backward(IReadOnlyCollection<Line> lines) => null!;")]
    public void Several_are_any_sequence(string forward, string backward) => Compiles(OneToMany(forward + backward));

    [Fact]
    public void Several_old_items_become_one_new_one_too()
    {
        var generated = Compiles(ManyToOne(
            "public static Basket Forward(IReadOnlyList<Line> lines) => null!; public static ImmutableArray<Line> Backward(Basket basket) => [];"))
            .Generated["Shop.BasketMigration.g.cs"];
        Assert.Contains("MigrationCardinality.ManyToOne", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_read_as_a_list_is_one() => Compiles(Migration(
        "Basket, Line", "IBaskets", "IListedLines", ", Group = nameof(IListedLines.OfBasket)", Split + Join));

    [Theory]
    [InlineData("", Split, "name the query of 'ILines' that reads these by the key of the one")]
    [InlineData(", Group = \"Absent\"", Split, "'ILines' has no access pattern 'Absent'")]
    [InlineData(", Group = nameof(ILines.Get)", Split, "'ILines.Get' is no query for the group")]
    [InlineData(", Group = nameof(ILines.WithProduct)", Split, "'ILines.WithProduct' is no query for the group")]
    [InlineData(", Group = nameof(ILines.Backwards)", Split, "'ILines.Backwards' is no query for the group")]
    [InlineData(", Group = nameof(ILines.OfCustomer)", Split, "'ILines.OfCustomer' is not given 'Id'")]
    [InlineData(OfBasket, "public static Line Forward(Basket basket) => null!;", "'Forward' makes one of one")]
    [InlineData(OfBasket, Split + "public static Basket Backward(Line line) => null!;", "'Backward' takes as many items as 'Forward' yields")]
    [InlineData(OfBasket, "public static IEnumerable<Basket> Forward(Basket basket) => [];", "it needs a method 'static Line Forward(Basket)'")]
    public void What_is_no_group_is_refused(string group, string members, string reason)
    {
        var run = GeneratorRun.Of(Model + Migration("Basket, Line", "IBaskets", "ILines", group, members));

        Assert.Empty(Design.Unexpected(run));
        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.Migration, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_one_item_is_known_by_must_be_in_its_key()
    {
        var run = GeneratorRun.Of(Model + Migration(
            "Note, Line", "INotes", "ILines", OfBasket, "public static IEnumerable<Line> Forward(Note note) => [];"));
        Assert.Contains(
            "'customer' of 'ILines.OfBasket' is not in the primary key of 'Note'", Assert.Single(Design.Problems(run)).Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_value_of_the_key_may_have_another_name() => Assert.Contains(
        "GroupOf(global::Shop.NotePart item) => Group(item.Owner)",
        Compiles(Migration(
            "Note, NotePart", "INotes", "INoteParts", ", Group = nameof(INoteParts.Of)", "public static IEnumerable<NotePart> Forward(Note note) => [];"))
            .Generated["Shop.BasketMigration.g.cs"],
        StringComparison.Ordinal);

    [Fact]
    public void A_pattern_that_works_while_its_own_side_leads_alone_says_so()
    {
        var migration = Parse(OneToMany(Split + Join));

        Assert.Equal(["OfCustomer"], Obstacles(migration.Source));
        Assert.Equal(["Put", "Change", "Delete", "WithProduct", "Backwards", "OfCustomer"], Obstacles(migration.Target));
        Assert.Equal([GroupUse.One, GroupUse.Replace, GroupUse.Replace, GroupUse.Create, GroupUse.Delete, GroupUse.None],
            migration.Source.Patterns.Select(pattern => pattern.Use));
    }

    [Fact]
    public void Without_a_way_back_the_one_item_is_not_made_of_the_several()
    {
        var migration = Parse(OneToMany(Split));

        Assert.Equal(["Get", "OfCustomer"], Obstacles(migration.Source));
        Assert.Contains("no Backward", migration.Source.Patterns.First(pattern => pattern.Pattern.Name == "Get").Obstacle, StringComparison.Ordinal);
        Assert.DoesNotContain("Get", Obstacles(migration.Target));
    }

    private static IEnumerable<string> Obstacles(MigrationSide side) =>
        side.Patterns.Where(pattern => pattern.Obstacle is not null).Select(pattern => pattern.Pattern.Name);

    private static MigrationModel Parse(string migration) => MigrationParser.Parse(
        Compiles(migration).Compilation.GetTypeByMetadataName("Shop.BasketMigration")!, new DeclarationProblems())!;

    private static GeneratorRun Compiles(string migration) => Design.Compiles(GeneratorRun.Of(Model + migration));

    private static string OneToMany(string members) => Migration("Basket, Line", "IBaskets", "ILines", OfBasket, members);

    private static string ManyToOne(string members) => Migration("Line, Basket", "ILines", "IBaskets", OfBasket, members);

    private static string Migration(string entities, string source, string target, string group, string members) => $$"""
        [Migration<{{entities}}>(typeof({{source}}), typeof({{target}}){{group}})]
        public sealed partial class BasketMigration
        {
            {{members}}
        }
        """;
}
