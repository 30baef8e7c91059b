namespace DynamoGen.Benchmarks.Types;

/// <summary>Copies of collections, constructed with their exact size, and of the texts in them.</summary>
internal static class Exact
{
    public static List<string> Of(List<string> list)
    {
        var copy = new List<string>(list.Count);
        foreach (var text in list)
        {
            copy.Add(Of(text));
        }

        return copy;
    }

    public static List<int> Of(List<int> list)
    {
        var copy = new List<int>(list.Count);
        copy.AddRange(list);
        return copy;
    }

    public static double[] Of(double[] array) => array.AsSpan().ToArray();

    public static HashSet<string> Of(HashSet<string> set)
    {
        var copy = new HashSet<string>(set.Count);
        foreach (var text in set)
        {
            copy.Add(Of(text));
        }

        return copy;
    }

    public static HashSet<int> Of(HashSet<int> set)
    {
        var copy = new HashSet<int>(set.Count);
        foreach (var number in set)
        {
            copy.Add(number);
        }

        return copy;
    }

    public static Dictionary<string, int> Of(Dictionary<string, int> map)
    {
        var copy = new Dictionary<string, int>(map.Count);
        foreach (var (key, number) in map)
        {
            copy.Add(Of(key), number);
        }

        return copy;
    }

    public static Dictionary<string, string> Of(Dictionary<string, string> map)
    {
        var copy = new Dictionary<string, string>(map.Count);
        foreach (var (key, text) in map)
        {
            copy.Add(Of(key), Of(text));
        }

        return copy;
    }

    public static Dictionary<DateOnly, int> Of(Dictionary<DateOnly, int> map)
    {
        var copy = new Dictionary<DateOnly, int>(map.Count);
        foreach (var (key, number) in map)
        {
            copy.Add(key, number);
        }

        return copy;
    }

    private static string Of(string text) => new(text.AsSpan());
}
