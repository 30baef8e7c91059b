using System.ComponentModel;

namespace DynamoGen.Schema;

/// <summary>Which values of an enum are its members, without reflection.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumMembers<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The enum's short name, for errors.</summary>
    static abstract string TypeName { get; }

    /// <summary>Whether a value is a member.</summary>
    /// <param name="value">The value.</param>
    static abstract bool IsMember(TEnum value);
}
