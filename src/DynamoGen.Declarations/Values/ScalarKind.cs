namespace DynamoGen.Declarations.Values;

/// <summary>The C# type of a scalar, which decides its attribute type and its conversion.</summary>
internal enum ScalarKind
{
    String,
    Boolean,
    Char,
    Guid,
    DateTimeOffset,
    DateTime,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Binary,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Single,
    Double,
    Half,
    Decimal,
    BigInteger,
}

/// <summary>What is true of the kinds of scalars.</summary>
internal static class ScalarKinds
{
    /// <summary>Whether it is stored as N.</summary>
    public static bool IsNumber(this ScalarKind kind) => kind >= ScalarKind.SByte;

    /// <summary>Whether it is a number without a fraction.</summary>
    public static bool IsWhole(this ScalarKind kind) => kind.IsNumber()
        && kind is not (ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal or ScalarKind.Half);

    /// <summary>Whether it is a number that is never negative.</summary>
    public static bool IsUnsigned(this ScalarKind kind) =>
        kind is ScalarKind.Byte or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.UInt128;

    /// <summary>The C# type, for use anywhere.</summary>
    public static string TypeName(this ScalarKind kind) => kind switch
    {
        ScalarKind.String => "string",
        ScalarKind.Boolean => "bool",
        ScalarKind.Char => "char",
        ScalarKind.Binary => "byte[]",
        ScalarKind.SByte => "sbyte",
        ScalarKind.Byte => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        ScalarKind.Single => "float",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.BigInteger => "global::System.Numerics.BigInteger",
        _ => "global::System." + kind,
    };
}
