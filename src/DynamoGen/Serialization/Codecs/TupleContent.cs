namespace DynamoGen.Serialization.Codecs;

/// <summary>What all tuples share: a list of as many elements as the tuple has.</summary>
internal static class TupleContent
{
    public static void Write<TTuple, TCodec>(WireWriter writer, TTuple value)
        where TCodec : struct, ITupleCodec<TTuple>
    {
        writer.BeginDocument("{\"L\":["u8);
        TCodec.WriteElements(writer, value);
        writer.EndDocument("]}"u8);
    }

    public static TTuple Read<TTuple, TCodec>(ref WireReader reader)
        where TCodec : struct, ITupleCodec<TTuple>
    {
        reader.BeginList();
        var value = TCodec.ReadElements(ref reader);
        reader.EndArray();
        reader.EndValue();
        return value;
    }

    public static void Element<T, TCodec>(WireWriter writer, T value)
        where TCodec : struct, IValueCodec<T>
    {
        writer.Separator();
        TCodec.Write(writer, value);
    }

    public static T Element<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IValueCodec<T>
    {
        reader.ExpectElement();
        return TCodec.Read(ref reader);
    }
}
