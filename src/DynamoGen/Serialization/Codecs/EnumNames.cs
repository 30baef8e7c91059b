using System.ComponentModel;
using DynamoGen.Schema;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Names and refuses values of enums.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumNames
{
    /// <summary>The name that a member is stored by, in items and in keys.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <typeparam name="TNames">Its names.</typeparam>
    /// <param name="value">The member.</param>
    /// <exception cref="ItemValueException">The value is no member.</exception>
    public static ReadOnlySpan<byte> Of<TEnum, TNames>(TEnum value)
        where TEnum : struct, Enum
        where TNames : struct, IEnumNames<TEnum>
    {
        var name = TNames.NameOf(value);
        return name.Length > 0 ? name : throw Undefined(TNames.TypeName);
    }

    internal static ItemValueException Undefined(string type) => new($"A value of enum {type} is none of its members.");
}
