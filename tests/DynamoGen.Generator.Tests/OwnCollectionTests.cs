using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>A type that holds elements beside its properties is never stored as its properties alone.</summary>
public sealed class OwnCollectionTests
{
    private const string Types = """
        using System.Collections; using System.Collections.Concurrent; using System.Collections.ObjectModel; using System.Linq; using System.Runtime.CompilerServices;
        namespace Shop;
        public class Steps : List<string>;
        public sealed class MoreSteps : Steps { public int Count2 { get; set; } }
        public sealed class Names : Dictionary<string, int>;
        public sealed class Own : Collection<int>;
        public sealed class Unique : HashSet<string>;
        public sealed class Watched : ObservableCollection<string>;
        public sealed class Fixed(IList<string> list) : ReadOnlyCollection<string>(list);
        public sealed class Old : CollectionBase { public int Size { get; set; } }
        public record Path(string Name) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
        public struct Few : IReadOnlyList<int> { public int this[int index] => index; public int Count { get; set; } public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
        public sealed class Stream : IAsyncEnumerable<int> { public int Size { get; set; } public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken token) => throw new NotSupportedException(); }
        public class Pattern { public int Size { get; set; } public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); }
        public sealed class Derived : Pattern;
        [InlineArray(4)] public struct Buffer { private int _first; }
        [CollectionBuilder(typeof(Builder), "Create")] public sealed class Built { public int Size { get; set; } public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); }
        public static class Builder { public static Built Create(ReadOnlySpan<int> items) => new() { Size = items.Length }; }
        public sealed class Listed<T> : List<T>;
        public readonly record struct Wrapped(Steps Value);
        [Polymorphic] [DerivedType<Many>("many")] public abstract class Shape; public sealed class Many : Shape, IEnumerable { public int Size { get; set; } public IEnumerator GetEnumerator() => throw new NotSupportedException(); }
        public sealed class Inner { public Steps? Odd { get; set; } }
        public sealed class ByList : DynamoGen.Serialization.IAttributeConverter<int, Steps> { public static Steps ToStored(int value) => []; public static int FromStored(Steps stored) => 0; }

        """;

    [Theory]
    [InlineData("Steps")]
    [InlineData("MoreSteps?")]
    [InlineData("Names")]
    [InlineData("Own")]
    [InlineData("Unique")]
    [InlineData("Watched")]
    [InlineData("Fixed")]
    [InlineData("Old")]
    [InlineData("Path")]
    [InlineData("Few")]
    [InlineData("Few?")]
    [InlineData("Stream")]
    [InlineData("Pattern")]
    [InlineData("Derived")]
    [InlineData("Buffer")]
    [InlineData("Built")]
    [InlineData("Listed<int>")]
    [InlineData("Wrapped")]
    [InlineData("Shape")]
    [InlineData("List<Steps>")]
    [InlineData("Steps[]")]
    [InlineData("HashSet<Steps>")]
    [InlineData("Dictionary<string, Steps?>")]
    [InlineData("Dictionary<Steps, string>")]
    [InlineData("(int, Steps)")]
    [InlineData("ReadOnlyCollection<string>")]
    [InlineData("ObservableCollection<string>")]
    [InlineData("Collection<string>")]
    [InlineData("Queue<string>")]
    [InlineData("Stack<string>")]
    [InlineData("LinkedList<string>")]
    [InlineData("ConcurrentDictionary<string, int>")]
    [InlineData("ReadOnlyDictionary<string, int>")]
    [InlineData("ConcurrentBag<int>")]
    [InlineData("SortedList<string, int>")]
    [InlineData("ILookup<string, int>")]
    [InlineData("ImmutableQueue<int>")]
    [InlineData("ArrayList")]
    [InlineData("IEnumerable")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("int[,]")]
    public void A_collection_that_is_not_stored_as_one_is_refused(string type)
    {
        var run = GeneratorRun.Of(Shop.Table, Types
            + $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; public {{type}} Odd { get; set; } = default!; }""");

        Design.IsRefused(DeclarationRule.UnmappableType, "Odd", run);
        var reason = Assert.Single(Design.Problems(run)).Arguments[1];
        Assert.Contains("its elements", reason, StringComparison.Ordinal);
        Assert.Contains("[Converter]", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public Inner? In { get; set; }", "Odd")]
    [InlineData("[Converter<ByList>] public int By { get; set; }", "By")]
    public void Neither_is_one_inside_of_another_type(string member, string at) => Design.IsRefused(DeclarationRule.UnmappableType, at, GeneratorRun.Of(
        Shop.Table, Types + $$"""[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; {{member}} }"""));

    [Fact]
    public void An_entity_and_a_projection_are_no_collections()
    {
        Design.IsRefused(DeclarationRule.UnmappableType, "Thing", GeneratorRun.Of(Shop.Table, Types
            + """[Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing : List<string> { public string Id { get; set; } = ""; }"""));
        Design.IsRefused(DeclarationRule.UnmappableType, "Part", GeneratorRun.Of(Shop.Table, Types
            + """
            [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial class Thing { public string Id { get; set; } = ""; }
            [Projection<Thing>] public sealed partial class Part : List<string> { public string Id { get; set; } = ""; }
            """));
    }

    [Fact]
    public void A_converter_and_a_wrapper_say_what_is_stored() => Design.Compiles(GeneratorRun.Of(Shop.Table, Types + """
        public sealed class StepsConverter : DynamoGen.Serialization.IAttributeConverter<Steps, List<string>> { public static List<string> ToStored(Steps value) => [.. value]; public static Steps FromStored(List<string> stored) => [.. stored]; }
        public readonly record struct Tags(List<string> Value) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() => Value.GetEnumerator(); IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
        [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id, [property: Converter<StepsConverter>] Steps Steps, Tags Tags)
        {
            [Converter<StepsConverter>] public List<Steps> All { get; init; } = [];
        }
        """));
}
