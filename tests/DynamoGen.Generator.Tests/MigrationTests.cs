using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>Migrations from one entity to another: written, or refused with the reason.</summary>
public sealed class MigrationTests
{
    private const string Model = """
        using DynamoGen.Transactions;

        namespace Shop;

        [Table("old")] public sealed partial class Old;
        [Table("new")] public sealed partial class Young;

        [Entity<Old>] [Key("PARCEL#{Id}", "PARCEL")] public sealed partial record LegacyParcel(int Id, decimal Pounds);
        [Entity<Young>] [Key("P#{Id}", "P")] public sealed partial record Parcel(int Id, decimal Grams);
        [Entity<Young>] [Key("U#{Id}", "U")] [Unique("CODE#{Code}")] public sealed partial record Tagged(int Id, string Code);

        [Repository<LegacyParcel>] public partial interface ILegacyParcels
        {
            ValueTask<LegacyParcel?> Get(int id, CancellationToken cancellationToken = default);
            IAsyncEnumerable<LegacyParcel> WithId(int id);
            ValueTask Put(LegacyParcel parcel);
            ValueTask<bool> Create(LegacyParcel parcel);
            [Update("SET Pounds = {weight}")] ValueTask<LegacyParcel> Weigh(int id, decimal weight);
            ValueTask Delete(int id);
        }

        [Repository<Parcel>] public partial interface IParcels
        {
            ValueTask<Parcel?> Get(int id, CancellationToken cancellationToken = default);
            IAsyncEnumerable<Parcel> WithId(int id);
            ValueTask Put(Parcel parcel);
            ValueTask<bool> Create(Parcel parcel);
            [Update("SET Grams = {weight}")] ValueTask<Parcel> Weigh(int id, decimal weight);
            ValueTask Delete(int id);
            ValueTask<IReadOnlyList<Parcel>> ListWithId(int id);
        }

        [Repository<Tagged>] public partial interface ITagged { ValueTask<Tagged?> Get(int id); }
        [Repository<Parcel>] public partial interface IActions { WriteAction Put(Parcel parcel); }
        [Repository<Parcel>] public partial interface IEntries { DynamoGen.Batches.BatchWrite Put(Parcel parcel); }

        """;

    private const string Forward = "public static Parcel Forward(LegacyParcel old) => new(old.Id, old.Pounds * 500);";
    private const string Backward = "public static LegacyParcel Backward(Parcel parcel) => new(parcel.Id, parcel.Grams / 500);";

    [Fact]
    public void Generated_code_is_as_committed() =>
        Snapshot.Matches(Compiles(Forward + Backward).Generated["Shop.ParcelMigration.g.cs"], "Migrations.Shop.ParcelMigration");

    [Fact]
    public void A_migration_without_a_way_back_is_written_too() =>
        Assert.Contains("IsReversible = false", Compiles(Forward).Generated["Shop.ParcelMigration.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IParcels", "", "static Parcel Forward(LegacyParcel)")]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IParcels", "public Parcel Forward(LegacyParcel old) => new(1, 1);", "static Parcel Forward")]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IParcels", "public static Parcel? Forward(LegacyParcel old) => null;", "static Parcel Forward")]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IParcels", Forward + "public static int Backward(Parcel parcel) => 1;", "static LegacyParcel Backward")]
    [InlineData("LegacyParcel, Parcel", "IParcels", "IParcels", Forward, "'IParcels' is not an interface marked with [Repository<LegacyParcel>]")]
    [InlineData("LegacyParcel, Tagged", "ILegacyParcels", "ITagged", "public static Tagged Forward(LegacyParcel old) => new(1, \"\");", "[Unique] values")]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IActions", Forward, "is an action of its caller's transaction")]
    [InlineData("LegacyParcel, Parcel", "ILegacyParcels", "IEntries", Forward, "is an entry of its caller's batch")]
    public void What_is_no_migration_is_refused(string entities, string source, string target, string members, string reason)
    {
        var run = GeneratorRun.Of(Model + Migration(entities, source, target, members));

        Assert.Empty(Design.Unexpected(run));
        var problem = Assert.Single(Design.Problems(run));
        Assert.Equal(DeclarationRule.Migration, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_with_nothing_in_its_place_says_so()
    {
        var run = Compiles(Forward + Backward);
        var type = run.Compilation.GetTypeByMetadataName("Shop.ParcelMigration")!;
        var migration = MigrationParser.Parse(type, new DeclarationProblems())!;

        Assert.All(migration.Source.Patterns, pattern => Assert.Null(pattern.Obstacle));
        var alone = Assert.Single(migration.Target.Patterns, pattern => pattern.Obstacle is not null);
        Assert.Equal("ListWithId", alone.Pattern.Name);
        Assert.Contains("'ILegacyParcels' has no method of this name", alone.Obstacle, StringComparison.Ordinal);
    }

    private static GeneratorRun Compiles(string members) =>
        Design.Compiles(GeneratorRun.Of(Model + Migration("LegacyParcel, Parcel", "ILegacyParcels", "IParcels", members)));

    private static string Migration(string entities, string source, string target, string members) => $$"""
        [Migration<{{entities}}>(typeof({{source}}), typeof({{target}}))]
        public sealed partial class ParcelMigration
        {
            {{members}}
        }
        """;
}
