using System.Runtime.Loader;
using System.Text.Json;
using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What the properties of an entity say of their JSON holds for its merge patches, or they are refused.</summary>
public sealed class PatchJsonTests : IDisposable
{
    private const string Converters = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        namespace Shop;
        public enum Level { Low, High }
        public sealed record Place(string City, string Country);
        public sealed record Size(int Width) { [JsonConverter(typeof(Hundredth))] public int Height { get; init; } }

        public sealed class Hundredth : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetInt32() * 100;
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value / 100);
        }

        internal sealed class Shouted : JsonConverter<string>
        {
            public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString()!.ToLowerInvariant();
            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUpperInvariant());
        }

        public sealed class PlaceText : JsonConverter<Place>
        {
            public override Place? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                var parts = reader.GetString()!.Split('/');
                return new Place(parts[0], parts[1]);
            }

            public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options) =>
                writer.WriteStringValue($"{value.City}/{value.Country}");
        }

        public sealed class NullOrLevel : JsonConverter<Level?>
        {
            public override bool HandleNull => true;
            public override Level? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.Null || reader.GetString() == "none" ? null : Level.High;
            public override void Write(Utf8JsonWriter writer, Level? value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value?.ToString() ?? "none");
        }

        [System.AttributeUsage(System.AttributeTargets.Property)]
        public sealed class ShoutedAttribute : JsonConverterAttribute
        {
            public override JsonConverter? CreateConverter(Type typeToConvert) => new Shouted();
        }

        """;

    private const string Entity = """
        [Entity<ShopTable>] [Key("A#{Id}", "B")]
        public sealed partial record Thing(int Id, [property: JsonConverter(typeof(Hundredth))] int Price)
        {
            [JsonConverter(typeof(Hundredth)), JsonPropertyName("rebate-cents")] public int? Rebate { get; init; }
            [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level Level { get; init; }
            [JsonConverter(typeof(JsonStringEnumConverter<Level>))] public Level? Least { get; init; }
            [JsonConverter(typeof(NullOrLevel))] public Level? Most { get; init; }
            [JsonConverter(typeof(Shouted))] public string? Note { get; init; }
            [JsonConverter(typeof(PlaceText))] public required Place From { get; init; }
            public required Size Size { get; init; }
        }

        [Patch<Thing>] public sealed partial record ThingPatch;
        """;

    private const string Empty = "public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 1; "
        + "public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) => w.WriteNumberValue(v);";

    private readonly AssemblyLoadContext _context = new("a patch", isCollectible: true);

    public void Dispose() => _context.Unload();

    [Theory]
    [InlineData("""{"price":3}""", "Price = Change { IsGiven = True, Value = 300 }")]
    [InlineData("""{"rebate-cents":3}""", "Rebate = Change { IsGiven = True, Value = 300 }")]
    [InlineData("""{"rebate-cents":null}""", "Rebate = Change { IsGiven = True, Value =  }")]
    [InlineData("""{"level":"High"}""", "Level = Change { IsGiven = True, Value = High }")]
    [InlineData("""{"least":"High"}""", "Least = Change { IsGiven = True, Value = High }")]
    [InlineData("""{"least":null}""", "Least = Change { IsGiven = True, Value =  }")]
    [InlineData("""{"most":"High"}""", "Most = Change { IsGiven = True, Value = High }")]
    [InlineData("""{"most":"none"}""", "Most = Change { IsGiven = True, Value =  }")]
    [InlineData("""{"note":"AWAY"}""", "Note = Change { IsGiven = True, Value = away }")]
    [InlineData("""{"note":null}""", "Note = Change { IsGiven = True, Value =  }")]
    [InlineData("""{"from":"Nan/TH"}""", "From = Change { IsGiven = True, Value = Place { City = Nan, Country = TH } }")]
    public void A_property_is_read_and_written_by_its_own_converter_and_name(string json, string change)
    {
        var type = Load()["Shop.ThingPatch"];

        var patch = JsonSerializer.Deserialize(json, type, JsonSerializerOptions.Web)!;

        Assert.Contains(change, patch.ToString(), StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(patch, type, JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_part_of_a_nested_object_has_its_own_converter_too()
    {
        const string Json = """{"size":{"height":3}}""";
        var type = Load()["Shop.ThingPatch"];

        var patch = JsonSerializer.Deserialize(Json, type, JsonSerializerOptions.Web)!;

        var size = type.GetProperty("Size")!.GetValue(patch)!;
        Assert.Equal(new Change<int>(300), size.GetType().GetProperty("Height")!.GetValue(size));
        Assert.Equal(Json, JsonSerializer.Serialize(patch, type, JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("""{"level":null}""")]
    [InlineData("""{"from":null}""")]
    [InlineData("""{"rebate":3}""")]
    [InlineData("""{"price":"three"}""")]
    public void What_a_converter_does_not_read_is_no_patch(string json)
    {
        var type = Load()["Shop.ThingPatch"];

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("[JsonConverter(typeof(Hundredth))] public string? Other { get; init; }", "'Other' has the converter 'Hundredth', which is none of 'string?'")]
    [InlineData("[JsonConverter(typeof(Level))] public int Other { get; init; }", "'Other' has the converter 'Level', which is none of 'int'")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter))] public Level Other { get; init; }", "which makes code at run time")]
    [InlineData("[Shouted] public string? Other { get; init; }", "'Other' has '[ShoutedAttribute]', which makes its converter at run time")]
    [InlineData("[JsonConverter(typeof(Made))] public int Other { get; init; }", "'Made', which the patch cannot make")]
    [InlineData("[JsonConverter(typeof(Hidden))] public int Other { get; init; } private sealed class Hidden : JsonConverter<int> { " + Empty + " }",
        "'Hidden', which the patch cannot make")]
    public void A_converter_that_generated_code_cannot_use_is_refused(string property, string reason)
    {
        var problem = Assert.Single(Design.Problems(Run(Refused(property, "[Patch<Parcel>]"))));

        Assert.Equal(DeclarationRule.Patch, problem.Rule);
        Assert.Contains(reason, problem.Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Shouted] public string? Other { get; init; }", "[Patch<Parcel>(\"Note\")]")]
    [InlineData("[JsonIgnore, Shouted] public string? Other { get; init; }", "[Patch<Parcel>]")]
    public void What_no_patch_reads_from_JSON_may_have_any_converter(string property, string patch) =>
        Design.Compiles(Run(Refused(property, patch)));

    private static string Refused(string property, string patch) => $$"""
        public sealed class Made(int factor) : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetInt32() * factor;
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
        }

        [Entity<ShopTable>] [Key("O#{Id}", "O")] public sealed partial record Parcel(int Id, string? Note) { {{property}} }
        {{patch}} public sealed partial record ParcelPatch;
        """;

    private static GeneratorRun Run(string source) => GeneratorRun.Of(Shop.Table, Converters + source);

    private LoadedSource Load() => new(GeneratorRun.Compile(Shop.Table, Converters + Entity), _context);
}
