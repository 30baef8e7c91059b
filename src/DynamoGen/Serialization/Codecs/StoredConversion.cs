namespace DynamoGen.Serialization.Codecs;

/// <summary>The way from what is stored to a value, by code that is not ours.</summary>
internal static class StoredConversion
{
    /// <exception cref="ItemFormatException">The converter refuses the value; the exception is the cause.</exception>
    public static TValue FromStored<TValue, TStored, TConverter>(ref WireReader reader, int start, TStored stored)
        where TConverter : IAttributeConverter<TValue, TStored>
    {
        try
        {
            return TConverter.FromStored(stored);
        }
        catch (Exception cause) when (ForeignCode.Refuses(cause))
        {
            throw reader.Unconvertible(start, typeof(TValue).Name, cause);
        }
    }
}
