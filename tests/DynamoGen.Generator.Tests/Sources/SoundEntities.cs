namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Entities whose form is unusual but right. They stand beside the table of <see cref="Shop"/>.</summary>
internal static class SoundEntities
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Positional and body properties"] = """
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial record Thing(string Id, int Number = -5, string? Note = null) { public required string Extra { get; init; } public int Twice => Number * 2; }
            """,
        ["A required property that the constructor takes as well"] = """
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial class Thing { public Thing(string id) { Id = id; } public required string Id { get; init; } public required int Other { get; init; } }
            """,
        ["A constructor that sets what is required"] = """
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial class Thing { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Thing(string id) { Id = id; } public required string Id { get; init; } }
            """,
        ["Overridden, hidden and required members of a generic base"] = """
            public abstract class Base<T> { public required T Id { get; init; } public virtual string Name { get; set; } = ""; public abstract string Kind { get; init; } public int Hidden { get; set; } }
            [Entity<ShopTable>] [Key("A#{Id}", "B#{Kind}")]
            public sealed partial class Thing : Base<string> { public override string Name { get; set; } = "n"; public override required string Kind { get; init; } public new string Hidden { get; set; } = ""; }
            """,
        ["Default values of every type"] = """
            public enum Small : byte { One = 1, Two } [Flags] public enum Bits : ulong { None, Top = 1UL << 63 } public enum Low { Below = -1 } public struct Empty { public int X { get; set; } }
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial record Thing(string Id, Small E = Small.Two, Bits F = Bits.Top, Low N = Low.Below, Small? M = Small.One, int I = -1, long L = long.MinValue, ulong U = ulong.MaxValue,
                decimal D = -1.5m, decimal Most = decimal.MaxValue, double Tiny = double.Epsilon, double None = double.NaN, float Less = float.NegativeInfinity, float Half = -0.5f, double Zero = -0.0, bool Yes = true,
                bool? No = false, string S = "a\"\\\n\u2028", Empty T = default, Empty? Q = null, Guid G = default, sbyte B = -100, ushort W = 9, decimal? P = 1.10m, List<string>? O = null, List<string> R = null!);
            """,
        ["Properties whose names differ in case alone"] = """
            public sealed record Inner { public required string Id { get; init; } public required string id { get; init; } public int Name { get; init; } = 4; public int name { get; init; } = 3; public string? Hint { get; init; } public string? hint { get; init; } }
            [Entity<ShopTable>] [Key("A#{Id}", "B#{id}")] [Key("gsi1", "{Hint}", "{hint}")]
            public sealed partial record Thing { public required string Id { get; init; } public required string id { get; init; } public int Name { get; init; } = 4; public int name { get; init; } = 3; public string? Hint { get; init; } public string? hint { get; init; } public Inner? Inner { get; init; } }
            """,
        ["Properties named as the variables of generated methods"] = """
            public enum Kind { A }
            [Entity<ShopTable>] [Key("A#{Id}", "B#{IdRead}#{Key}#{KeyValue}#{Num}#{NumReadDigits}#{Kind}#{KindReadName}")] [Key("gsi1", "X#{Hint}", "{HintPart}#{Gsi1Hint}")]
            public sealed partial record Thing { public required string Id { get; init; } public required string IdRead { get; init; } public required string Key { get; init; } public required string KeyValue { get; init; } public int Num { get; init; } public int NumReadDigits { get; init; } public Kind Kind { get; init; } public required string KindReadName { get; init; } public string? Hint { get; init; } public string? HintPart { get; init; } public string? HintValue { get; init; } public string? Gsi1Hint { get; init; } public int Found { get; init; } = 1; public int FoundFound { get; init; } = 1; }
            """,
        ["Types and enums of one simple name"] = """
            public enum A_B { X } public static class A { public enum B { Y } public sealed record Inner { public string P { get; init; } = "a"; } } public static class Z { public sealed record Inner { public string P { get; init; } = "z"; } } public enum Inner { I } public sealed record Shop_Inner(string P);
            [Entity<ShopTable>] [Key("A#{Id}", "B#{First}#{Second}")]
            public sealed partial record Thing(string Id, A_B First, A.B Second, A.Inner Third, Z.Inner Fourth, Inner Fifth, Shop_Inner Sixth, List<A.Inner> Seventh, List<Z.Inner> Eighth);
            """,
        ["Generic, recursive and nested types"] = """
            public sealed record Wrapper<T>(T Value); public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second); public static class Outer<T> { public enum Kind { A, B } }
            public sealed record Tree(string Name, Dictionary<string, Tree?> Children, List<Tree[]> Grid, Tree? Parent) { public string Note { get; init; } = "none"; }
            [Entity<ShopTable>] [Key("A#{Id}", "B#{Kind}")]
            public sealed partial record Thing(string Id, Wrapper<int> A, Wrapper<string?> B, Wrapper<string> C, Pair<string, Wrapper<int?>> D, Outer<int>.Kind Kind, Outer<string>.Kind Other, Tree Tree, Thing? Self, List<Thing> Others) { public string Note { get; init; } = "none"; [AttributeName("h")] private Hidden? Own { get; init; } private sealed record Hidden(int X) { public int Y { get; init; } = 1; } }
            """,
        ["Nullable elements at every depth"] = """
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial record Thing(string Id, Dictionary<string, int?> A, int[][] B, List<byte[]?> C, string?[]? D, List<List<int?>?> E, ImmutableArray<string?> F, ImmutableArray<int>? G, Dictionary<string, Dictionary<string, List<int>?>?> H, string[]?[] I, List<HashSet<string>?> J, IEnumerable<string> K);
            """,
        ["Enums without members, with aliases and with extreme values"] = """
            public enum Nothing { } public enum Same : ulong { A = ulong.MaxValue, B = ulong.MaxValue, C = A } public enum Low : long { X = long.MinValue } [Flags] public enum NoFlags { }
            [Entity<ShopTable>] [Key("A#{Id}#{Nothing}#{Same}", "B#{Low}")]
            public sealed partial record Thing(string Id, Nothing Nothing, Same Same, Low Low, List<Nothing?> More, NoFlags Flags);
            """,
        ["Obsolete types and members"] = """
            [Obsolete] public enum Old { A, B } public enum Half { A, [Obsolete] B, [Obsolete("gone", true)] C } [Obsolete("old")] public sealed record Type(string A); public sealed record Part { [Obsolete("old")] public string A { get; init; } = "x"; }
            [Entity<ShopTable>] [Key("A#{Id}#{Half}", "B#{Key}")]
            public sealed partial record Thing { public required string Id { get; init; } [Obsolete("old")] public string? First { get; set; } [Obsolete("old")] public string? Second { get; init; } = "x"; public Half Half { get; init; } public Part? Part { get; init; } [Obsolete("old")] public int Key { get; init; } [Obsolete] public Type? Type { get; init; } [Obsolete] public Old Old { get; init; } }
            """,
        ["Experimental types and members"] = """
            [System.Diagnostics.CodeAnalysis.Experimental("X001")] public sealed record Trial(string A);
            [Entity<ShopTable>] [Key("A#{Id}", "B")]
            public sealed partial record Thing(string Id)
            {
            #pragma warning disable X001 // As the user of an experimental type must write it.
                public Trial? Trial { get; init; }
            #pragma warning restore X001
                [System.Diagnostics.CodeAnalysis.Experimental("X002")] public int Number { get; init; }
            }
            """,
        ["Code that knows no nullable annotations"] = """
            #nullable disable
            public sealed class Part { public string A { get; set; } public List<string> L { get; set; } public Part Next { get; set; } }
            [Entity<ShopTable>] [Key("A#{Id}", "B#{Name}")]
            public sealed partial class Thing { public string Id { get; set; } public string Name { get; init; } public Part Part { get; set; } public Dictionary<string, Part> D { get; set; } public HashSet<string> S { get; set; } public byte[] B { get; init; } = null; }
            [Repository<Thing>] public partial interface IThings { ValueTask<Thing> Get(string id, string name); Task<Thing> Again(string id, string name); Task<IReadOnlyList<Thing>> All(string id); ValueTask Put(Thing thing); }
            """,
        ["Names and templates of any characters"] = """
            [Entity<ShopTable>(Name = "a\"\\\n\u2028</summary>*/")] [Key("A\"\\{{}}#{Id}#\n\u0001*/</summary>", "B\u2028\U0001F600")] [Key("gsi1", "X\u0085\u2029", "Y\u0000")]
            public sealed partial record Thing(string Id) { [AttributeName("q\"\\\n")] public string A { get; init; } = ""; [AttributeName("\U0001F600é")] public int? B { get; init; } [AttributeName("</item>--*/&")] public int C { get; init; } [AttributeName("{0}")] public int D { get; init; } [AttributeName("\u0000")] public int E { get; init; } }
            [Repository<Thing>] public partial interface IThings { ValueTask<Thing?> Get(string id); IAsyncEnumerable<Thing> Query(string id); }
            """,
        ["Identifiers with combining marks"] = """
            [Entity<ShopTable>] [Key("A#{नाम}", "B")] public sealed partial record नियम(string नाम);
            """,
        ["File names that differ in case alone"] = """
            [Entity<ShopTable>] [Key("A#{Id}", "B")] public sealed partial record Thing(string Id); [Entity<ShopTable>] [Key("A#{Id}", "C")] public sealed partial record thinG(string Id);
            """,
    };
}
