namespace DynamoGen.Serialization.Codecs;

/// <summary>What all values share whose content stands in quotes.</summary>
internal static class ScalarContent
{
    public static void Write<T, TCodec>(WireWriter writer, T value)
        where TCodec : struct, IScalarCodec<T>
    {
        writer.Raw("{\""u8);
        writer.Raw(TCodec.Type);
        writer.Raw("\":\""u8);
        TCodec.WriteContent(writer, value);
        writer.Raw("\"}"u8);
    }

    public static T Read<T, TCodec>(ref WireReader reader)
        where TCodec : struct, IScalarCodec<T>
    {
        reader.BeginQuoted(TCodec.Type);
        var value = TCodec.ReadContent(ref reader);
        reader.EndValue();
        return value;
    }
}
