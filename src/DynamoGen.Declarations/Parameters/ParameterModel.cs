namespace DynamoGen.Declarations.Parameters;

/// <summary>A method's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type, for use anywhere.</param>
/// <param name="Role">What it is for.</param>
internal sealed record ParameterModel(string Name, string TypeName, ParameterRole Role = ParameterRole.Value);

/// <summary>What a parameter of an access pattern is for.</summary>
internal enum ParameterRole
{
    /// <summary>A part of a key, or a value of an expression.</summary>
    Value,

    /// <summary>The entity that is written.</summary>
    Entity,

    /// <summary>Many entities or primary keys.</summary>
    Many,

    /// <summary>Who is told how far a batch has come.</summary>
    Progress,

    /// <summary>The most items that a query yields.</summary>
    Limit,

    /// <summary>Where a page begins.</summary>
    Cursor,

    /// <summary>Whether a query goes from the highest sort key down.</summary>
    Descending,

    /// <summary>How many parts of a table are scanned at a time.</summary>
    Segments,

    /// <summary>Which part of a table is scanned, from 0.</summary>
    Segment,

    /// <summary>The time of the call, where its caller tells it.</summary>
    Clock,

    /// <summary>What ends the call.</summary>
    Cancellation,
}
