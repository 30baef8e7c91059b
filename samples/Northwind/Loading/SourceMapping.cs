using Northwind.Catalog;
using Northwind.Data;
using Northwind.Sales;

namespace Northwind.Loading;

/// <summary>Turns the rows of the original Northwind database into entities.</summary>
public static class SourceMapping
{
    public static Customer ToEntity(this SourceCustomer source) => new()
    {
        CustomerId = source.Id,
        CompanyName = source.CompanyName,
        ContactName = source.ContactName,
        ContactTitle = source.ContactTitle,
        Address = new Address(source.Address, source.City, source.Region, source.PostalCode, source.Country),
        Country = source.Country,
        Phone = source.Phone,
        Fax = source.Fax,
    };

    public static Order ToEntity(this SourceOrder source) => new()
    {
        OrderId = source.Id,
        CustomerId = source.CustomerId,
        EmployeeId = source.EmployeeId,
        OrderedOn = source.OrderDate,
        RequiredOn = source.RequiredDate,
        ShippedOn = source.ShippedDate,
        Status = source.ShippedDate is null ? OrderStatus.Open : OrderStatus.Shipped,
        ShipperId = source.ShipperId,
        Freight = Money.Dollars(source.Freight),
        ShipName = source.ShipName,
        ShipTo = new Address(source.ShipAddress, source.ShipCity, source.ShipRegion, source.ShipPostalCode, source.ShipCountry),
    };

    /// <summary>The order as the previous deployment would have written it.</summary>
    public static OrderVersion1 ToVersion1(this SourceOrder source)
    {
        var order = source.ToEntity();
        return new OrderVersion1
        {
            OrderId = order.OrderId,
            CustomerId = order.CustomerId,
            EmployeeId = order.EmployeeId,
            OrderedOn = order.OrderedOn,
            RequiredOn = order.RequiredOn,
            ShippedOn = order.ShippedOn,
            Status = order.Status,
            ShipperId = order.ShipperId,
            Freight = order.Freight.Amount,
            ShipName = order.ShipName,
            ShipTo = order.ShipTo,
        };
    }

    public static OrderLine ToEntity(this SourceOrderLine source) => new()
    {
        OrderId = source.OrderId,
        ProductId = source.ProductId,
        UnitPrice = Money.Dollars(source.UnitPrice),
        Quantity = source.Quantity,
        Discount = source.Discount,
    };

    public static Product ToEntity(this SourceProduct source) => new()
    {
        ProductId = source.Id,
        Name = source.ProductName,
        SupplierId = source.SupplierId,
        CategoryId = source.CategoryId,
        QuantityPerUnit = source.QuantityPerUnit,
        UnitPrice = Money.Dollars(source.UnitPrice),
        UnitsInStock = source.UnitsInStock,
        UnitsOnOrder = source.UnitsOnOrder,
        ReorderLevel = source.ReorderLevel,
        Discontinued = source.Discontinued != 0,
    };

    public static Supplier ToEntity(this SourceSupplier source) => new()
    {
        SupplierId = source.Id,
        CompanyName = source.CompanyName,
        ContactName = source.ContactName,
        ContactTitle = source.ContactTitle,
        Address = new Address(source.Address, source.City, source.Region, source.PostalCode, source.Country),
        Phone = source.Phone,
        Fax = source.Fax,
        HomePage = source.HomePage,
    };

    public static Category ToEntity(this SourceCategory source) => new(source.Id, source.CategoryName, source.Description);

    public static Shipper ToEntity(this SourceShipper source) => new(source.Id, source.CompanyName, source.Phone);
}
