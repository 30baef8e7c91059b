namespace DynamoGen.Serialization.Codecs;

/// <summary>What all dictionaries share: members between braces.</summary>
internal static class MapContent
{
    /// <returns>Where the members begin.</returns>
    /// <exception cref="ItemValueException">There is no dictionary.</exception>
    public static int Begin(WireWriter writer, object? value)
    {
        if (value is null)
        {
            throw new ItemValueException("A dictionary is null where a value is needed.");
        }

        writer.BeginDictionary();
        return writer.Length - 1;
    }

    /// <exception cref="ItemValueException">The key is empty, or key or value cannot be stored.</exception>
    public static void Member<TKey, TValue, TKeyCodec, TValueCodec>(WireWriter writer, TKey key, TValue value)
        where TKeyCodec : struct, IScalarCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        writer.Member(",\""u8);
        var start = writer.Length;
        TKeyCodec.WriteContent(writer, key);
        if (writer.Length == start)
        {
            throw WireWriter.EmptyKey();
        }

        writer.Raw("\":"u8);
        TValueCodec.Write(writer, value);
    }

    /// <param name="writer">The request being written.</param>
    /// <param name="start">Where the members begin.</param>
    /// <param name="areDistinct">Whether no key can be stored like another.</param>
    /// <exception cref="ItemValueException">Two keys are stored alike.</exception>
    public static void End<TKey, TKeyCodec>(WireWriter writer, int start, bool areDistinct)
        where TKeyCodec : struct, IScalarCodec<TKey>
    {
        if (!areDistinct && writer.HasEqualContents(start, TKeyCodec.Identity, TKeyCodec.Type))
        {
            throw WireWriter.EqualKeys();
        }

        writer.EndDictionary();
    }

    public static void ReadInto<TKey, TValue, TKeyCodec, TValueCodec>(ref WireReader reader, IDictionary<TKey, TValue> items)
        where TKeyCodec : struct, IScalarCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        reader.BeginDictionary();
        while (reader.NextQuotedName())
        {
            var key = TKeyCodec.ReadContent(ref reader);
            reader.EndName();
            items[key] = TValueCodec.Read(ref reader);
        }

        reader.EndDictionary();
    }

    public static Dictionary<TKey, TValue> Read<TKey, TValue, TKeyCodec, TValueCodec>(ref WireReader reader)
        where TKey : notnull
        where TKeyCodec : struct, IScalarCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        var members = default(GatheredElements<KeyValuePair<TKey, TValue>>);
        try
        {
            reader.BeginDictionary();
            while (reader.NextQuotedName())
            {
                var key = TKeyCodec.ReadContent(ref reader);
                reader.EndName();
                members.Add(new(key, TValueCodec.Read(ref reader)));
            }

            reader.EndDictionary();
            var items = new Dictionary<TKey, TValue>(members.Count);
            foreach (var (key, value) in members.Span)
            {
                items[key] = value;
            }

            return items;
        }
        finally
        {
            members.Dispose();
        }
    }
}
