using DynamoGen.Generator.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Generator.Tests;

/// <summary>A design as two projects: its tables, entities and whatever they hold in one, and what works with them in one that references it.</summary>
internal sealed class Layers
{
    /// <summary>What symbols of an assembly do not tell: initial values, accessors, getters, and what is private.</summary>
    private const string Concealed = """
        namespace Shop;
        public readonly record struct Code(string Value);
        public sealed record Address
        {
            public string City { get; init; } = "none";
            public int? Floor { get; init; }
            public List<string> Lines { get; set; } = ["a"];
        }


        [Entity<ShopTable>(Version = 2)]
        [Key("HOUSE#{Id}", "{Initial}#{Nr}")]
        [Key("gsi1", "CITY#{City}", "{Code}")]
        public sealed partial record House(string Id, int Nr = 7)
        {
            private string? _note = "new";
            public string Initial => Id[..1];
            public string City => Address.City;
            public Address Address { get; init; } = new();
            public Code Code { get; init; } = new("none");
            public Code? Second { get; init; }
            public int Rooms { get; init; } = 3;
            public int? Doors { get; set; }
            public HashSet<string> Tags { get; init; } = [];
            public string? Note { get => _note; init => _note = value?.Trim(); }
            [AttributeName("hidden")] private string? Hidden { get; set; } = "h";
            [AttributeName("secret")] private Kept Inside { get; set; } = new(Kind.A);
            [Upcast(1, nameof(Rooms))] private static int RoomsOf(string rooms) => rooms.Length;
            [Upcast(1, nameof(Code))] private static Code CodeOf(string code) => new(code);
            private sealed record Kept(Kind Kind);
            private enum Kind { A, B }
        }

        [Repository<House>]
        public partial interface IHouses
        {
            ValueTask<House?> Get(string id, string initial, int nr);
            IAsyncEnumerable<House> OfId(string id, string initial);
            [Index("gsi1")] IAsyncEnumerable<House> InCity(string city);
            [Update("SET Rooms = {rooms}, Doors = {doors}"), Condition("Rooms < {rooms} AND Note <> 'new'")]
            ValueTask<House> Extend(string id, string initial, int nr, int rooms, int doors);
            [Condition("Code = 'x' OR Address.City = 'none' OR Second = 'y'")] ValueTask Put(House house);
            [Filter("Doors = {doors} AND contains(Tags, 'a')")] IAsyncEnumerable<House> WithDoors(string id, int doors);
            ValueTask Delete(House house);
            ValueTask<bool> Create(House house);
            ValueTask<House> Replace(House house);
        }
        """;

    private static readonly string[] Users = ["Repository", "StreamHandler", "Migration"];

    private Layers(GeneratorRun model, GeneratorRun users) => (Model, Access) = (model, users);

    /// <summary>The project of the tables and entities.</summary>
    public GeneratorRun Model { get; }

    /// <summary>The project of the repositories, stream handlers and migrations.</summary>
    public GeneratorRun Access { get; }

    /// <summary>Every source of these tests that has repositories, by name.</summary>
    public static IReadOnlyDictionary<string, string[]> Designs { get; } = new Dictionary<string, string[]>
    {
        ["Shop"] = [Shop.Table, Shop.Order, Shop.Orders],
        ["Accounts"] = [Accounts.Entity + Accounts.Repository],
        ["Bookings"] = [Bookings.Source],
        ["Forms"] = [Shop.Table, Forms.Source],
        ["Awkward"] = [Shop.Table, Identifiers.Awkward],
        ["Parcels"] = [Parcels.Entity + Parcels.Repository],
        ["Screens"] = [Shop.Table, Screens.Source],
        ["Batches"] = [Tickets.Entity + Tickets.Batches],
        ["Concealed"] = [Shop.Table, Concealed],
        ["Tickets"] = [Tickets.Entity + Tickets.Repository],
        ["Vouchers"] = [Vouchers.Source],
    }
    .Concat(SoundRepositories.All.Where(design => !design.Value.Contains("private sealed partial record", StringComparison.Ordinal))
        .Select(design => KeyValuePair.Create(design.Key, new[] { Shop.Table, "namespace Shop;\n" + SoundRepositories.Entity + design.Value })))
    .ToDictionary();

    public static Layers Of(params string[] sources)
    {
        var model = GeneratorRun.Of([.. sources.Select(source => Only(source, type => !IsUser(type)))]);
        return new Layers(model, GeneratorRun.With(model, [.. sources.Select(source => Only(source, IsUser))]));
    }

    /// <summary>The source with only some of the types that stand in its namespaces.</summary>
    private static string Only(string source, Func<BaseTypeDeclarationSyntax, bool> keep)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
        var left = root.DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>().Where(type => !keep(type));
        return root.RemoveNodes(left, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
    }

    private static bool IsUser(BaseTypeDeclarationSyntax type) => type.AttributeLists.SelectMany(list => list.Attributes)
        .Any(attribute => Users.Contains((attribute.Name as SimpleNameSyntax)?.Identifier.ValueText));
}
