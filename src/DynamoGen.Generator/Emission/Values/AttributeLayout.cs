using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>
/// Where the attributes of one type are numbered: the field that holds their names, and the reader's places for what it learns of their order.
/// </summary>
/// <param name="Table">The field.</param>
/// <param name="FirstPlace">The first of the places.</param>
internal sealed record AttributeLayout(string Table, int FirstPlace)
{
    private const int Width = 140;

    /// <summary>Writes the field.</summary>
    public void Emit(SourceWriter writer, IReadOnlyList<AttributeCase> cases)
    {
        var required = cases.Select((single, i) => (single, Number: i + 1)).Where(pair => pair.single.IsRequired)
            .Select(pair => $", ({Text.Number(pair.Number)}, {Text.Literal(pair.single.Descriptor)})");
        writer.Line($"private static readonly {Names.AttributeTable} {Table} = new(");
        writer.Indent().Line($"{Text.Number(FirstPlace)},");
        foreach (var (line, isFirst, isLast) in Lines(cases.Select(single => Text.Literal(single.Name)).ToArray()))
        {
            writer.Line($"{(isFirst ? "[" : " ")}{line}{(isLast ? $"]{string.Concat(required)});" : ",")}");
        }

        writer.Outdent();
    }

    private static IEnumerable<(string Line, bool IsFirst, bool IsLast)> Lines(IReadOnlyList<string> names)
    {
        var start = 0;
        do
        {
            var (length, count) = (0, 0);
            while (start + count < names.Count && (count == 0 || length + names[start + count].Length < Width))
            {
                length += names[start + count].Length + 2;
                count++;
            }

            yield return (string.Join(", ", names.Skip(start).Take(count)), start == 0, start + count >= names.Count);
            start += count;
        }
        while (start < names.Count);
    }
}

/// <summary>Gives the types of one entity their places in what a reader learns.</summary>
internal sealed class AttributePlaces
{
    private int _places;

    /// <summary>A layout for a type of so many attributes.</summary>
    public AttributeLayout Take(string table, int attributes)
    {
        var first = _places;
        _places += AttributeLoop.Places(attributes);
        return new AttributeLayout(table, first);
    }
}
