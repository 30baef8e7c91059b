using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Declaration;

public sealed class StorageFormDeclarationTests
{
    private const string Types = """
        public sealed record Colour(string Name);
        public sealed class ColourConverter : DynamoGen.Serialization.IAttributeConverter<Colour, string>
        {
            public static string ToStored(Colour value) => value.Name;
            public static Colour FromStored(string stored) => new(stored);
        }
        public sealed class LoopConverter : DynamoGen.Serialization.IAttributeConverter<Colour, List<Colour>>
        {
            public static List<Colour> ToStored(Colour value) => [value];
            public static Colour FromStored(List<Colour> stored) => stored[0];
        }
        public enum Twice { [EnumName("x")] A, [EnumName("x")] B }
        public enum Nameless { [EnumName("")] A }
        [Converter<ColourConverter>] public sealed record Wrong(string Name);
        [Polymorphic] public abstract record Childless;
        [Polymorphic, {|#0:DerivedType<Colour>("colour")|}] public abstract record Foreign;
        [Polymorphic, DerivedType<Cat>("pet"), {|#1:DerivedType<Dog>("pet")|}] public abstract record Pet;
        public sealed record Cat : Pet;
        public sealed record Dog : Pet;
        """;

    [Theory]
    [InlineData("[{|DG1028:EpochSeconds|}] public long At { get; init; }")]
    [InlineData("[{|DG1028:EpochMilliseconds|}] public string? At { get; init; }")]
    [InlineData("[{|DG1028:IsoMilliseconds|}] public DateOnly At { get; init; }")]
    [InlineData("[{|DG1028:IsoMilliseconds|}, EpochSeconds] public DateTime At { get; init; }")]
    [InlineData("[{|DG1028:EnumAsNumber|}] public int Number { get; init; }")]
    [InlineData("[{|DG1028:Converter<ColourConverter>|}] public string? Name { get; init; }")]
    [InlineData("[OmitDefault] public int? {|DG1028:Number|} { get; init; }")]
    [InlineData("[OmitDefault] public required Colour {|DG1028:Colour|} { get; init; }")]
    [InlineData("[UnknownAttributes] public Dictionary<string, string>? {|DG1028:Others|} { get; init; }")]
    [InlineData("public Twice {|DG1028:Twice|} { get; init; }")]
    [InlineData("public Nameless {|DG1028:Nameless|} { get; init; }")]
    [InlineData("public Wrong? {|DG1028:Wrong|} { get; init; }")]
    [InlineData("public Childless? {|DG1028:Child|} { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.None)|}] public string Name { get; init; } = \"\";")]
    [InlineData("[{|DG1028:AlsoReads((AttributeTypes)32)|}] public string Name { get; init; } = \"\";")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}] public string? Name { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}] public HashSet<string> Names { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}] public List<int?> Numbers { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}] public List<bool> Flags { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}] public List<Colour> Colours { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set)|}, Converter<LoopConverter>] public Colour? Colour { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.List)|}] public List<string> Names { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.List)|}] public HashSet<byte[]> Scans { get; init; } = [];")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Number)|}] public string? Name { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Number)|}] public int Number { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Null)|}] public string? Name { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Null)|}] public DateTimeOffset At { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Set | AttributeTypes.Null)|}] public List<string>? Names { get; init; }")]
    [InlineData("[{|DG1028:AlsoReads(AttributeTypes.Null)|}, UnknownAttributes] "
        + "public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Others { get; init; } = [];")]
    [InlineData("[OptimisticLock, AlsoReads(AttributeTypes.Null)] public long {|DG1028:Revision|} { get; init; }")]
    public Task An_attribute_that_does_not_fit_the_type_is_reported(string member) => Reports(member);

    [Fact]
    public Task A_derived_type_that_does_not_derive_is_reported() => Reports("public Foreign? Foreign { get; init; }", marked: 0);

    [Fact]
    public Task Derived_types_of_one_name_are_reported() => Reports("public Pet? Pet { get; init; }", marked: 1);

    [Theory]
    [InlineData("[EpochSeconds] public DateTimeOffset? At { get; init; }")]
    [InlineData("[IsoMilliseconds] public Dictionary<string, DateTime>? All { get; init; }")]
    [InlineData("[EpochMilliseconds] public List<DateTime> All { get; init; } = [];")]
    [InlineData("[EnumAsNumber] public Dictionary<Twice, int> Numbers { get; init; } = [];")]
    [InlineData("[Converter<ColourConverter>] public Dictionary<string, Colour?> Colours { get; init; } = [];")]
    [InlineData("[Converter<LoopConverter>] public Colour? Colour { get; init; }")]
    [InlineData("[OmitDefault] public int Number { get; init; }")]
    [InlineData("[AlsoReads(AttributeTypes.Set)] public List<string?>? Names { get; init; }")]
    [InlineData("[AlsoReads(AttributeTypes.Set | AttributeTypes.Null), EpochSeconds] public List<DateTime> All { get; init; } = [];")]
    [InlineData("[AlsoReads(AttributeTypes.List)] public HashSet<string>? Names { get; init; }")]
    [InlineData("[AlsoReads(AttributeTypes.Number)] public bool? Flag { get; init; }")]
    [InlineData("[AlsoReads(AttributeTypes.Number | AttributeTypes.Null), OmitDefault] public bool Flag { get; init; }")]
    [InlineData("[AlsoReads(AttributeTypes.Null)] public Dictionary<string, int> Counts { get; init; } = [];")]
    public Task An_attribute_that_fits_is_left_alone(string member) => Reports(member);

    private static Task Reports(string member, int? marked = null)
    {
        var types = Types;
        foreach (var number in new[] { 0, 1 })
        {
            types = types.Replace($"#{number}:", marked == number ? "DG1028:" : "none:", StringComparison.Ordinal);
        }

        return RuleTest<DeclarationAnalyzer>.Reports(DeclarationSource.WithMembers(member) + Unmark(types));
    }

    /// <summary>What is not expected in this test loses its mark.</summary>
    private static string Unmark(string types) => System.Text.RegularExpressions.Regex.Replace(types, @"\{\|none:(.*?)\|\}", "$1");
}
