namespace DynamoGen.Declarations.Keys;

/// <summary>One segment of a key template: literal text, or a placeholder with an optional format.</summary>
internal sealed record KeyTemplateSegment(string? Literal, string? Property, string? Format);
