namespace DynamoGen.Serialization.Codecs;

/// <summary>What all dictionaries share: members between braces.</summary>
internal static class MapContent
{
    /// <exception cref="ItemValueException">There is no dictionary.</exception>
    public static void Begin(WireWriter writer, object? value)
    {
        if (value is null)
        {
            throw new ItemValueException("A dictionary is null where a value is needed.");
        }

        writer.BeginDictionary();
    }

    public static void Member<TKey, TValue, TKeyCodec, TValueCodec>(WireWriter writer, TKey key, TValue value)
        where TKeyCodec : struct, IScalarCodec<TKey>
        where TValueCodec : struct, IValueCodec<TValue>
    {
        writer.Member(",\""u8);
        TKeyCodec.WriteContent(writer, key);
        writer.Raw("\":"u8);
        TValueCodec.Write(writer, value);
    }

    public static void End(WireWriter writer) => writer.EndDictionary();

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
