using System.ComponentModel;

namespace DynamoGen.Schema;

/// <summary>The names of an enum's members, without reflection.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The enum's short name, for errors.</summary>
    static abstract string TypeName { get; }

    /// <summary>The name that a member is stored by, as UTF-8; empty for a value that is no member.</summary>
    /// <param name="value">The value.</param>
    static abstract ReadOnlySpan<byte> NameOf(TEnum value);

    /// <summary>The member of a name, or null where there is none.</summary>
    /// <param name="name">The name as UTF-8.</param>
    static abstract TEnum? Find(ReadOnlySpan<byte> name);
}
