namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Draws types from all that can be stored.</summary>
internal sealed class RandomTypes(Random random)
{
    private static readonly string[] Lists = ["List<{0}>", "IList<{0}>", "ICollection<{0}>", "IEnumerable<{0}>", "IReadOnlyList<{0}>",
        "IReadOnlyCollection<{0}>", "{0}[]", "ImmutableArray<{0}>", "ImmutableList<{0}>", "IImmutableList<{0}>"];

    private static readonly string[] Sets =
        ["HashSet<{0}>", "ISet<{0}>", "IReadOnlySet<{0}>", "ImmutableHashSet<{0}>", "IImmutableSet<{0}>", "System.Collections.Frozen.FrozenSet<{0}>"];

    private static readonly string[] SortedSets = ["SortedSet<{0}>", "ImmutableSortedSet<{0}>"];

    private static readonly string[] Dictionaries = ["Dictionary<{0}, {1}>", "IDictionary<{0}, {1}>", "IReadOnlyDictionary<{0}, {1}>",
        "ImmutableDictionary<{0}, {1}>", "IImmutableDictionary<{0}, {1}>", "System.Collections.Frozen.FrozenDictionary<{0}, {1}>"];

    private static readonly string[] SortedDictionaries = ["SortedDictionary<{0}, {1}>", "ImmutableSortedDictionary<{0}, {1}>"];

    private readonly List<StoredType> _drawn = [];

    /// <summary>The type of a property, with the attributes it may need.</summary>
    public StoredType Property() => random.Next(8) == 0 ? WithForm() : Any(2);

    /// <summary>A type without attributes on the property.</summary>
    public StoredType Any(int depth)
    {
        var type = depth == 0 ? Scalar() : random.Next(10) switch
        {
            0 => List(depth),
            1 => Set(Pick(Quoted())),
            2 => Dictionary(Pick(Keys()), Any(depth - 1)),
            3 or 4 => Pick([.. Declared.Objects, .. _drawn]),
            5 => new TupleType([.. Enumerable.Range(0, random.Next(2, random.Next(4) == 0 ? 10 : 4)).Select(_ => Any(0))]),
            6 => Pair(depth),
            _ => Scalar(),
        };
        return random.Next(3) == 0 && type.Name != "Texts" ? new NullableType(type) : type;
    }

    /// <summary>Makes a type one that may be drawn.</summary>
    public void Add(StoredType type) => _drawn.Add(type);

    private StoredType Scalar() => Pick([.. ScalarTable.Scalars, .. Declared.Wrappers]);

    private ListType List(int depth)
    {
        // Lists of plain bytes are refused: they are mistaken for Binary.
        var element = Any(depth - 1);
        return new ListType(Pick(Lists), element.Name == "byte" ? new NullableType(element) : element);
    }

    private SetType Set(StoredType element) => new(Pick(IsOrdered(element) ? [.. Sets, .. SortedSets] : Sets), element);

    private DictionaryType Dictionary(StoredType key, StoredType value) =>
        new(Pick(IsOrdered(key) ? [.. Dictionaries, .. SortedDictionaries] : Dictionaries), key, value);

    private ObjectType Pair(int depth)
    {
        var (first, second) = (Any(depth - 1), Any(0));
        return new ObjectType($"Pair<{first.Name}, {second.Name}>", new StoredMember("First", "First", first), new StoredMember("Second", "Second", second));
    }

    private StoredType WithForm()
    {
        var form = Pick(ScalarTable.Forms);
        return random.Next(6) switch
        {
            0 => new NullableType(form),
            1 => new ListType(Pick(Lists), new NullableType(form)),
            2 => new DictionaryType(Pick(Dictionaries), ScalarTable.Text, form),
            3 => Set(form),
            4 => new NullableType(new ListType(Pick(Lists), form)),
            _ => form,
        };
    }

    private static IReadOnlyList<StoredType> Quoted() => [.. ScalarTable.Scalars.Concat(Declared.Wrappers).Where(type => type.IsQuoted)];

    private static IReadOnlyList<StoredType> Keys() => [.. Quoted().Where(type => !IsBinary(type))];

    private static bool IsBinary(StoredType type) =>
        type.Name.Contains("byte[]", StringComparison.Ordinal) || type.Name.Contains("<byte>", StringComparison.Ordinal);

    private static bool IsOrdered(StoredType type) => !IsBinary(type) && !type.Name.StartsWith("Tagged", StringComparison.Ordinal);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
