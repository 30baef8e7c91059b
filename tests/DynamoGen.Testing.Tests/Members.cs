using DynamoGen.Transactions;

namespace DynamoGen.Testing.Tests;

[Table("members")]
public sealed partial class Members;

[Entity<Members>]
[Key("MEMBER#{Id}", "PROFILE")]
[Unique("EMAIL#{Email}")]
public sealed partial record Member(string Id, string Email);

[Repository<Member>]
public partial interface IMembers
{
    WriteAction CreateAction(Member member);
}
