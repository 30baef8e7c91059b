using System.ComponentModel;

namespace DynamoGen.Filters;

/// <summary>What it means to a reader of an item that it has nothing where a field is stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldAbsence
{
    /// <summary>There is always something, in items of this entity.</summary>
    Never,

    /// <summary>There is no value.</summary>
    Null,

    /// <summary>There is no value, nor where NULL is stored.</summary>
    StoredNull,

    /// <summary>The value is the default of its type, which is left out: zero, false or empty.</summary>
    Default,
}
