using System.Runtime.InteropServices;

namespace DynamoGen.Serialization.Codecs;

/// <summary>What all lists share: elements between brackets.</summary>
internal static class ListContent
{
    /// <summary>Writes a sequence. What can be gone over by position is, so that no enumerator is made.</summary>
    /// <exception cref="ItemValueException">There is no sequence.</exception>
    public static void Write<T, TCodec>(WireWriter writer, IEnumerable<T>? values)
        where TCodec : struct, IValueCodec<T>
    {
        switch (values)
        {
            case null:
                throw new ItemValueException("A list is null where a value is needed.");
            case T[] array:
                Write<T, TCodec>(writer, array);
                break;
            case List<T> list:
                Write<T, TCodec>(writer, CollectionsMarshal.AsSpan(list));
                break;
            default:
                writer.BeginDocument("{\"L\":["u8);
                foreach (var value in values)
                {
                    writer.Separator();
                    TCodec.Write(writer, value);
                }

                writer.EndDocument("]}"u8);
                break;
        }
    }

    public static void Write<T, TCodec>(WireWriter writer, ReadOnlySpan<T> values)
        where TCodec : struct, IValueCodec<T>
    {
        writer.BeginDocument("{\"L\":["u8);
        foreach (var value in values)
        {
            writer.Separator();
            TCodec.Write(writer, value);
        }

        writer.EndDocument("]}"u8);
    }

    public static List<T> Read<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IValueCodec<T>
    {
        var elements = default(GatheredElements<T>);
        try
        {
            Gather<T, TCodec>(ref reader, ref elements);
            var items = new List<T>(elements.Count);
            CollectionsMarshal.SetCount(items, elements.Count);
            elements.Span.CopyTo(CollectionsMarshal.AsSpan(items));
            return items;
        }
        finally
        {
            elements.Dispose();
        }
    }

    public static T[] ReadArray<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IValueCodec<T>
    {
        var elements = default(GatheredElements<T>);
        try
        {
            Gather<T, TCodec>(ref reader, ref elements);
            return elements.Span.ToArray();
        }
        finally
        {
            elements.Dispose();
        }
    }

    private static void Gather<T, TCodec>(ref WireReader reader, ref GatheredElements<T> elements)
        where TCodec : struct, IValueCodec<T>
    {
        reader.BeginList();
        while (reader.NextElement())
        {
            elements.Add(TCodec.Read(ref reader));
        }

        reader.EndValue();
    }
}
