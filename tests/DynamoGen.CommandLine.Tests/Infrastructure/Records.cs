using DynamoGen.Batches;
using DynamoGen.Transactions;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

[Table("records")]
public sealed partial class RecordTable;

[Table("lists")]
public sealed partial class ListTable;

[Entity<RecordTable>]
[Key("RECORD#{Id}", "RECORD")]
public sealed partial record Record(int Id, string Title);

[Entity<ListTable>]
[Key("LIST#{Id}", "LIST")]
public sealed partial record PlayList(int Id, string Title);

/// <summary>All of its methods are actions of batches and transactions.</summary>
[Repository<Record>]
public partial interface IRecords
{
    BatchWrite PutEntry(Record item);

    WriteAction PutAction(Record item);

    ReadAction<Record> GetAction(int id);
}

[Repository<PlayList>]
public partial interface ILists
{
    BatchWrite PutEntry(PlayList item);

    [Delete]
    BatchWrite RemoveEntry(int id);

    [Condition("Title = {title}")]
    WriteAction CheckTitle(int id, string title);

    ReadAction<PlayList> GetAction(int id);
}
