using DynamoGen.Benchmarks.Types;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of every type that docs/types.md lists: reading against tokenising, writing against Utf8JsonWriter, and the bytes of both.</summary>
internal static class TypeBars
{
    private const double Scalar = 0.55;
    private const double Collection = 0.70;

    /// <param name="names">The types, or none for all.</param>
    public static IEnumerable<Bar> Measure(string[] names)
    {
        var scalars = TypeCases.Scalars.Where(type => names.Length == 0 || names.Contains(type.Name)).ToList();
        var collections = TypeCases.Collections.Where(type => names.Length == 0 || names.Contains(type.Name)).ToList();
        foreach (var type in scalars)
        {
            yield return new($"read 8 x {type.Name}, time against tokenising", type.Reading(), Scalar, "x");
        }

        foreach (var type in collections)
        {
            yield return new($"read 8 x {type.Name}, time against tokenising", type.Reading(), Collection, "x");
        }

        foreach (var type in collections.Where(type => type.HasCopies))
        {
            Console.WriteLine($"(making these collections of values that are there takes {type.Floor():0.00} of tokenising)");
            yield return new($"read 8 x {type.Name}, bytes against collections of exact size", type.BytesAgainstCopies(), 1.05, "x");
        }

        foreach (var type in scalars.Concat(collections))
        {
            yield return new($"write 8 x {type.Name}, time against Utf8JsonWriter", type.Writing(), 1, "x");
            yield return new($"write 8 x {type.Name}, bytes allocated", type.WritingBytes(), 0, "B");
        }
    }
}
