using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Wrappers;

/// <summary>A type marked with <c>[Wrapper]</c>: all that its generated half is written from.</summary>
/// <param name="Type">The wrapper's type.</param>
/// <param name="Value">The type of its value.</param>
/// <param name="IsPlain">Whether it only keeps what it is given; whatever a person wrote may check it, and throw.</param>
/// <param name="Declared">What it has already.</param>
internal sealed record WrapperModel(TypeIdentity Type, ScalarKind Value, bool IsPlain, WrapperParts Declared);

/// <summary>What a wrapper may declare itself, so that it is not generated.</summary>
[Flags]
internal enum WrapperParts
{
    None = 0,

    /// <summary>Reads a text, or throws.</summary>
    Parse = 1,

    /// <summary>Reads a text, or says that it cannot.</summary>
    TryParse = 2,

    /// <summary>The text.</summary>
    Text = 4,

    /// <summary>What JSON has of it.</summary>
    JsonConverter = 8,
}
