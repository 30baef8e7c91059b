namespace DynamoGen.Serialization.Codecs;

/// <summary>What all sets share: quoted elements between brackets.</summary>
internal static class SetContent
{
    /// <returns>Where the elements begin.</returns>
    /// <exception cref="ItemValueException">The set is null, or empty, which DynamoDB does not have.</exception>
    public static int Begin<T, TCodec>(WireWriter writer, int? count)
        where TCodec : struct, IScalarCodec<T>
    {
        if (count is null)
        {
            throw new ItemValueException("A set is null where a value is needed.");
        }

        if (count == 0)
        {
            throw new ItemValueException("A set inside of a list or a dictionary is empty, which DynamoDB cannot store.");
        }

        writer.Raw("{\""u8);
        writer.Raw(Type(TCodec.Type));
        writer.Raw("\":["u8);
        return writer.Length - 1;
    }

    public static void Element<T, TCodec>(WireWriter writer, T value)
        where TCodec : struct, IScalarCodec<T>
    {
        writer.Separator();
        writer.Raw("\""u8);
        TCodec.WriteContent(writer, value);
        writer.Raw("\""u8);
    }

    /// <param name="writer">The request being written.</param>
    /// <param name="start">Where the elements begin.</param>
    /// <param name="areDistinct">Whether none of them can be stored like another.</param>
    /// <exception cref="ItemValueException">Two elements are stored alike.</exception>
    public static void End<T, TCodec>(WireWriter writer, int start, bool areDistinct)
        where TCodec : struct, IScalarCodec<T>
    {
        writer.Raw("]"u8);
        if (!areDistinct && writer.HasEqualContents(start, TCodec.Identity, TCodec.Type))
        {
            throw new ItemValueException("Two elements of the set are stored alike, which DynamoDB refuses.");
        }

        writer.Raw("}"u8);
    }

    public static void ReadInto<T, TCodec>(ref WireReader reader, ICollection<T> items)
        where TCodec : struct, IScalarCodec<T>
    {
        reader.BeginValue(Type(TCodec.Type));
        reader.BeginArray();
        while (reader.NextElement())
        {
            reader.BeginQuotedElement();
            items.Add(TCodec.ReadContent(ref reader));
        }

        reader.EndValue();
    }

    public static HashSet<T> Read<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T>
    {
        var elements = default(GatheredElements<T>);
        try
        {
            reader.BeginValue(Type(TCodec.Type));
            reader.BeginArray();
            while (reader.NextElement())
            {
                reader.BeginQuotedElement();
                elements.Add(TCodec.ReadContent(ref reader));
            }

            reader.EndValue();
            var items = new HashSet<T>(elements.Count);
            foreach (var element in elements.Span)
            {
                items.Add(element);
            }

            return items;
        }
        finally
        {
            elements.Dispose();
        }
    }

    /// <summary>The type of a set by that of its elements.</summary>
    private static ReadOnlySpan<byte> Type(ReadOnlySpan<byte> element) => element[0] switch
    {
        (byte)'S' => "SS"u8,
        (byte)'N' => "NS"u8,
        _ => "BS"u8,
    };
}
