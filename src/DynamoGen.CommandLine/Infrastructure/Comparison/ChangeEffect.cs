namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>What an update of a stack does to what differs, the gravest first.</summary>
internal enum ChangeEffect
{
    /// <summary>A table is made anew, without its items, or cannot become what is declared.</summary>
    Replaces,

    /// <summary>A table is deleted with its items.</summary>
    Deletes,

    /// <summary>One update of the stack cannot make this change beside another one.</summary>
    SeveralUpdates,

    /// <summary>A resource or property is no longer there; what holds items stays.</summary>
    Disappears,

    /// <summary>A resource that holds no items is made anew.</summary>
    Renews,

    /// <summary>What is there is changed.</summary>
    InPlace,

    /// <summary>A resource or property is new.</summary>
    Adds,
}
