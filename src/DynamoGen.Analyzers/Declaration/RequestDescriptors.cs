using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <content>The same rules in code that uses the SDK alone, in words that fit there.</content>
internal static partial class DeclarationDescriptors
{
    public static readonly DiagnosticDescriptor RequestKeyType = RuleDescriptor.Create(
        RuleIdentifiers.KeyType,
        title: "Type cannot be part of a key",
        messageFormat: "Key attribute '{0}' has type {1}; a key is a String (S), a Number (N) or a Binary (B)",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "A key is text made of parts whose order and length are known.");

    public static readonly DiagnosticDescriptor EmptyRequestKey = RuleDescriptor.Create(
        RuleIdentifiers.NullableTableKey,
        title: "Primary key may be null or empty",
        messageFormat: "Key attribute '{0}' is empty; a key has at least one byte",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "Only the keys of an index may be missing: the item is then not in that index.");

    public static readonly DiagnosticDescriptor ConsistentRequest = RuleDescriptor.Create(
        RuleIdentifiers.ConsistentReadOfIndex,
        title: "Consistent read of a global secondary index",
        messageFormat: "ConsistentRead is set for index '{0}', {1}: DynamoDB rejects it every time for a global secondary index; remove it or read the table",
        RuleCategories.Reads,
        DiagnosticSeverity.Error,
        description: "DynamoDB refuses the request every time.");

    public static readonly DiagnosticDescriptor UnsortableValue = RuleDescriptor.Create(
        RuleIdentifiers.UnsortableFormat,
        title: "Key format does not sort",
        messageFormat: "The range in '{0}' compares text byte by byte, in which 10 comes before 9; give this number a fixed width, such as '{1}'",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "DynamoDB compares keys byte by byte.");
}
