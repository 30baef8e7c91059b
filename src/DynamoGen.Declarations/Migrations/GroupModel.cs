using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Migrations;

/// <summary>How one item of a migration stands for several.</summary>
/// <param name="SourceIsOne">Whether it is the old one: else it is the new one.</param>
/// <param name="Query">The access pattern that reads the several.</param>
/// <param name="Parts">What both have in common, in the order of the query's parameters: the primary key of the one.</param>
internal sealed record GroupModel(bool SourceIsOne, QueryPattern Query, EquatableArray<GroupPart> Parts);

/// <summary>A value by which the items of a group are known.</summary>
/// <param name="Parameter">The parameter of the query.</param>
/// <param name="TypeName">Its type, for use anywhere.</param>
/// <param name="One">The property of the one item.</param>
/// <param name="Many">The property of each of the several.</param>
internal sealed record GroupPart(string Parameter, string TypeName, string One, string Many);

/// <summary>What an access pattern does while the items of the other side lead.</summary>
internal enum GroupUse
{
    /// <summary>It does not work.</summary>
    None,

    /// <summary>It reads the one item, which is made of the several.</summary>
    One,

    /// <summary>It reads the several, which are made of the one item.</summary>
    Group,

    /// <summary>It reads one of the several, which is found among those that are made of the one item.</summary>
    Member,

    /// <summary>It writes the one item: the several take the place of those that are there.</summary>
    Replace,

    /// <summary>It writes the one item where there are none of the several.</summary>
    Create,

    /// <summary>It deletes the one item, and so the several.</summary>
    Delete,
}
