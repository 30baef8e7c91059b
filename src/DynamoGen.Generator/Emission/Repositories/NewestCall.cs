using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The call that reads the newest version of an item: in the region that writes it, or in all of them.</summary>
internal sealed class NewestCall(MethodScope scope, GetPattern get, NewestModel newest)
{
    public string Of(string types, string request) => newest.Source switch
    {
        NewestSource.HomeRegion => Consistent($"{scope.Context}.ReadIn({scope.Field}, {WriteRegion.Home(scope, get.Key)})", types, request),
        NewestSource.OneRegion => Consistent($"{scope.Context}.ReadIn({scope.Field})", types, request),
        NewestSource.AllRegions => $"{scope.Context}.GetNewestItemAsync<{types}>({scope.Field}, {request}, {Order()}, "
            + $"isPartial: {(newest.IsPartial ? "true" : "false")}, {scope.Cancellation})",
        _ => Consistent(scope.Context, types, request),
    };

    private string Consistent(string context, string types, string request) =>
        $"{context}.GetItemAsync<{types}>({scope.Field}, {request}, consistentRead: true, {scope.Cancellation})";

    /// <summary>The later stamp is the newer one; of equal ones the greater mark, so that every region decides alike.</summary>
    private string Order()
    {
        var (left, right) = (scope.Local("left"), scope.Local("right"));
        var (here, there) = (Member(left, newest.UpdatedAt!), Member(right, newest.UpdatedAt!));
        var order = $"{here}.CompareTo({there})";
        return $"static ({left}, {right}) => " + (newest.Tie is null
            ? order
            : $"{here} != {there} ? {order} : string.CompareOrdinal({Member(left, newest.Tie)}, {Member(right, newest.Tie)})");
    }

    private static string Member(string item, MemberModel member) => $"{item}.{Text.Identifier(member.Property)}";
}
