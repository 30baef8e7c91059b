using DynamoGen.Declarations.Assemblies;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Tests;

/// <summary>Tables and entities in one project, what works with them in others that reference it.</summary>
public sealed class LayerTests
{
    private const string Person = """
        namespace Shop;
        [Entity<ShopTable>] [Key("PERSON#{Id}", "PERSON")] [Key("gsi1", "TEAM#{Team}", "{Role}#{Id}")]
        public sealed partial record Person(string Id, string Team, Role Role)
        {
            public string? Note { get; init; }
            [OptimisticLock] public long Count { get; init; }
        }

        public enum Role { Member, Lead }
        [Entity<ShopTable>] [Key("PERSON#{Id}", "DESK#{Nr}")] public sealed partial record Desk(string Id, int Nr);
        """;

    private const string Repository = "namespace Shop; [Repository<Person>] public partial interface IPersons { ValueTask<Person?> Get(string id); }";

    public static TheoryData<string> Names { get; } = [.. Layers.Designs.Keys];

    public static TheoryData<string> Sources { get; } =
    [
        .. Layers.Designs.Values.Select(sources => string.Join('\0', sources)),
        .. new[] { Everything.Source, Identifiers.Source, Members.Source }.Select(source => $"{Shop.Table}\0{source}"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_in_two_projects_is_what_is_written_in_one(string name)
    {
        var one = GeneratorRun.Of(Layers.Designs[name]);
        var two = Layers.Of(Layers.Designs[name]);

        Design.Compiles(two.Model);
        Design.Compiles(two.Access);
        Assert.NotEmpty(two.Access.Generated);
        Assert.Equal(one.Generated.Count, two.Model.Generated.Count + two.Access.Generated.Count);
        Assert.All(two.Access.Generated, file => Assert.Equal(one.Generated[file.Key], file.Value));
        Assert.Empty(two.Model.Undocumented());
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_model_is_read_as_it_was_written(string sources)
    {
        var models = GeneratorRun.Of(sources.Split('\0')).Models().ToArray();
        var entities = models.OfType<ReadDeclaration<EntityModel>>().Select(read => read.Model).OfType<EntityModel>().ToArray();

        Assert.NotEmpty(entities);
        Assert.All(entities, model => Assert.Equal(model, ModelReader.Read<EntityModel>(ModelWriter.Write(model))));
        Assert.All(models.OfType<ReadDeclaration<ProjectionModel>>().Select(read => read.Model).OfType<ProjectionModel>(),
            model => Assert.Equal(model, ModelReader.Read<ProjectionModel>(ModelWriter.Write(model))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("~#5:(!;")]
    [InlineData("\ud800")]
    [InlineData('\udfff')]
    [InlineData(true)]
    [InlineData(-1)]
    [InlineData(ulong.MaxValue)]
    [InlineData(0.1f)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    public void Any_constant_is_read_as_it_was_written(object? constant)
    {
        var value = new DefaultValue("T", constant, IsSuppressed: false);
        Assert.Equal(value, ModelReader.Read<DefaultValue>(ModelWriter.Write(value)));
    }

    [Fact]
    public void Each_layer_can_stand_in_a_project_of_its_own()
    {
        var tables = GeneratorRun.Of(Shop.Table).Assembly();
        var entities = GeneratorRun.With([tables], Person);
        var run = Design.Compiles(GeneratorRun.With([tables, entities.Assembly()], """
            namespace Shop;
            [Projection<Person>] public sealed partial record Roles(string Id, Role Role);
            [ItemCollection] public sealed class Place { public required Person Person { get; init; } public required IReadOnlyList<Desk> Desks { get; init; } }
            [Repository<Person>] public partial interface IPersons
            {
                ValueTask<Person?> Get(string id);
                ValueTask<Place?> Whole(string id);
                [Index("gsi1")] IAsyncEnumerable<Roles> OfTeam(string team);
                [Update("SET Note = {note}")] ValueTask<Person> Rename(string id, string note);
                ValueTask<Person> Put(Person person);
                ValueTask Delete(Person person);
            }
            """));

        Assert.Contains("global::Shop.Person.Marshaller", run.Generated["Shop.IPersons.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Handlers_and_migrations_may_follow_in_a_further_project()
    {
        var model = GeneratorRun.Of("""
            namespace Shop;
            [Table("old", Stream = StreamView.NewAndOldImages)] public sealed partial class Old;
            [Table("new")] public sealed partial class Young;
            [Entity<Old>] [Key("PARCEL#{Id}", "PARCEL")] public sealed partial record LegacyParcel(int Id, decimal Pounds);
            [Entity<Young>] [Key("P#{Id}", "P")] public sealed partial record Parcel(int Id, decimal Grams);
            """).Assembly();
        var access = GeneratorRun.With([model], """
            namespace Shop;
            [Repository<LegacyParcel>] public partial interface ILegacyParcels { ValueTask<LegacyParcel?> Get(int id); ValueTask Put(LegacyParcel parcel); }
            [Repository<Parcel>] public partial interface IParcels { ValueTask<Parcel?> Get(int id); ValueTask Put(Parcel parcel); }
            """);
        Design.Compiles(access);

        Design.Compiles(GeneratorRun.With([model, access.Assembly("Access")], """
            using DynamoGen.Migrations;
            using DynamoGen.Streams;
            namespace Shop;
            [Migration<LegacyParcel, Parcel>(typeof(ILegacyParcels), typeof(IParcels))]
            public sealed partial class ParcelMigration
            {
                public static Parcel Forward(LegacyParcel old) => new(old.Id, old.Pounds * 500);
            }
            [StreamHandler<Old>] public sealed partial class Changes
            {
                public ValueTask Modified(LegacyParcel before, LegacyParcel after, LegacyParcelChanges changes) => default;
            }
            """));
    }

    [Fact]
    public void What_is_built_again_without_a_change_of_its_declarations_is_not_written_again()
    {
        var before = GeneratorRun.Of(Shop.Table, Person).Assembly();
        var after = GeneratorRun.Of(Shop.Table, Person + "public static class Further;").Assembly();

        var run = GeneratorRun.With([before], Repository).After(compilation => compilation.ReplaceReference(before, after));

        Assert.All(run.Outputs(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void What_is_built_again_with_another_key_is_written_again()
    {
        var before = GeneratorRun.Of(Shop.Table, Person).Assembly();
        var after = GeneratorRun.Of(Shop.Table, Person.Replace("PERSON#{Id}", "HUMAN#{Id}", StringComparison.Ordinal)).Assembly();

        var run = GeneratorRun.With([before], Repository).After(compilation => compilation.ReplaceReference(before, after));

        Assert.Contains("HUMAN#", run.Generated["Shop.IPersons.g.cs"], StringComparison.Ordinal);
    }
}
