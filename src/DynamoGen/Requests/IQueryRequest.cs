using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>The parameters of a Query. The generator implements it as a struct for each access pattern.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IQueryRequest : INamedRequest
{
    /// <summary>Whether the sort key is compared with two bounds, the values <c>:from</c> and <c>:to</c>, which are the first to be written.</summary>
    static virtual bool HasRange => false;

    /// <summary>Whether a filter asks for one of several values, of which there may be none.</summary>
    static virtual bool HasLists => false;

    /// <summary>Whether a filter asks for one of several values of which there are none, so that nothing has to be sent; asked where there are lists.</summary>
    bool FindsNothing => false;

    /// <summary>
    /// Writes the members <c>KeyConditionExpression</c>, <c>ExpressionAttributeNames</c> and <c>ExpressionAttributeValues</c>. The expression is
    /// constant; data goes into values only.
    /// </summary>
    /// <param name="writer">The request being written, behind another member.</param>
    /// <param name="shard">Which of several queries to write, such as that of a shard, or -1 where there is one.</param>
    void WriteKeyCondition(WireWriter writer, int shard);
}
